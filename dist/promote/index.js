import { start } from '../bundle/index.js';

await start('promote/index');
