import { start } from '../bundle/index.js';

await start('compare-packages/index');
