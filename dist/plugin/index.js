export { ServerlessStages, ServerlessStages as default } from '../bundle/index.js';
