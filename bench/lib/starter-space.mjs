import { GUIDE_MODEL, STARTER_MODEL } from '../../packages/model-registry/dist/index.js';

/** As many shards as its weights have, about. */
const PADDING_SHARDS = 6;

/**
 * The tiny model, padded to what the Starter's download comes to.
 *
 * @param {import('../../tools/model-host/space.js').ModelHost} host
 */
export async function createStarterSpace(host) {
  const bare = await host.createSpace({ model: { kind: 'tiny' }, redirect: false });
  const missing = STARTER_MODEL.variants[0].downloadBytes.value - bare.totalBytes;
  await bare.close();
  const paddingBytes = Math.round(missing / PADDING_SHARDS / 4) * 4;
  return host.createSpace({
    model: { kind: 'tiny', paddingShards: PADDING_SHARDS, paddingBytes },
    redirect: false,
  });
}

/**
 * What the app is told of it: that it is the Starter, with the Guide's figures for the GPU, which do for the tiny model.
 *
 * @param {import('../../tools/model-host/space.js').SpaceDescription} space
 * @param {string} origin where the space's host is
 */
export function starterModel({ modelUrl, libraryUrl, totalBytes }, origin) {
  const at = (url) => `${origin}${new URL(url).pathname}`;
  const { sha256: _pinned, ...figures } = GUIDE_MODEL.variants[0];
  const { id, tier, name, description, variants } = STARTER_MODEL;
  const variant = {
    ...figures,
    id: variants[0].id,
    modelUrl: at(modelUrl),
    libraryUrl: at(libraryUrl),
    downloadBytes: { value: totalBytes, estimated: false, source: 'what the host serves' },
  };
  return { ...GUIDE_MODEL, id, tier, name, description, variants: [variant] };
}
