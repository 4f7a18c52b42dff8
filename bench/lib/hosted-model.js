import { GUIDE_MODEL } from '@tabmind/model-registry';

const { sha256: _pinned, ...figures } = GUIDE_MODEL.variants[0];

/**
 * What our engine is told of a model of the local host. The Guide's figures do for the tiny one: it has the same window
 * and needs less.
 *
 * @param {{ modelUrl: string, libraryUrl: string, totalBytes: number }} space
 */
export function hostedModel({ modelUrl, libraryUrl, totalBytes }) {
  const downloadBytes = { value: totalBytes, estimated: true, source: 'what the host serves' };
  return { ...GUIDE_MODEL, modelUrl, variants: [{ ...figures, modelUrl, libraryUrl, downloadBytes }] };
}
