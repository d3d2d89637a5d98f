import { start } from '../bundle/index.js';

await start('report-stage/index');
