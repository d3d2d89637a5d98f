import { start } from '../bundle/index.js';

await start('destroy-stage/index');
