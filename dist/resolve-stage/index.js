import { start } from '../bundle/index.js';

await start('resolve-stage/index');
