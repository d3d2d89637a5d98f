import { start } from '../bundle/index.js';

await start('load-profile/post');
