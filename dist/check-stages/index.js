import { start } from '../bundle/index.js';

await start('check-stages/index');
