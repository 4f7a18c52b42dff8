import { GUIDE_MODEL, type ModelConfig } from '@tabmind/model-registry';

/** The Guide as the test server serves it, straight from its package. */
export function servedGuide(): ModelConfig {
  const served = new URL('/packages/guide-model/served/', location.origin);
  const [variant] = GUIDE_MODEL.variants;
  const here = { ...variant, modelUrl: served.href, libraryUrl: new URL('guide.wasm', served).href };
  return { ...GUIDE_MODEL, modelUrl: served.href, variants: [here] };
}
