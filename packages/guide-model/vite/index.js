export { guideModel } from './guide-model.js';
