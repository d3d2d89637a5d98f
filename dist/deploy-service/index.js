import { start } from '../bundle/index.js';

await start('deploy-service/index');
