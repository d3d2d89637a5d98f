import { start } from '../bundle/index.js';

await start('install-dependencies/index');
