export { guideManifest } from './guide-manifest.js';
export type { GuideManifest, ServedFile } from './guide-manifest-type.js';
