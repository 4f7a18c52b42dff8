import { CreateWebWorkerMLCEngine } from '/web-llm.js';

const { modelUrl, libraryUrl } = JSON.parse(new URLSearchParams(location.search).get('options'));
const record = { model_id: 'model', model: modelUrl, model_lib: libraryUrl };

/** The rival: web-llm in a worker of its own, as its documentation has it, with the page's model. */
export const rawEngine = CreateWebWorkerMLCEngine(new Worker('/raw-engine/worker.js', { type: 'module' }), 'model', {
  appConfig: { model_list: [record] },
});
