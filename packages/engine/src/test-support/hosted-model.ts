import { GUIDE_MODEL, type ModelConfig } from '@tabmind/model-registry';
import type { SpaceDescription } from '../../../../tools/model-host/space.js';

/** What the model host serves, as a model of the registry would describe it: sizes are estimates, nothing is pinned. */
export function hostedModel(space: SpaceDescription): ModelConfig {
  const { sha256: _pinned, ...variant } = GUIDE_MODEL.variants[0];
  const { modelUrl, libraryUrl, totalBytes } = space;
  const downloadBytes = { value: Math.round(totalBytes * 1.1), estimated: true, source: 'a guess' };
  return {
    ...GUIDE_MODEL,
    id: space.id,
    name: `Model ${space.id}`,
    modelUrl,
    variants: [{ ...variant, id: `${space.id}-q0f32`, modelUrl, libraryUrl, downloadBytes }],
  };
}
