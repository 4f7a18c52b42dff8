import { createEngine } from '@tabmind/engine';
import { MODELS } from '@tabmind/model-registry';
import { hostedModel } from '../../lib/hosted-model.js';

const guide = hostedModel(JSON.parse(new URLSearchParams(location.search).get('options')));
const engine = createEngine({ models: [guide, ...MODELS.filter(({ id }) => id !== guide.id)] });

/** Resolves once the model is ready, to when that was. */
window.guideReady = () => engine.load(guide.id).then(() => performance.now());

/**
 * @param {string} modelId
 * @returns {Promise<number>} milliseconds that the look at the device took, from a worker that is awake
 */
window.assess = async (modelId) => {
  await engine.storage.list();
  const begun = performance.now();
  await engine.assess(modelId);
  return performance.now() - begun;
};
