import '@tabmind/ui/styles.css';
import './app.css';
import { chooseStart, createEngine, createHandOver, localMemory, rememberOwnModels } from '@tabmind/engine';
import { GUIDE_MODEL } from '@tabmind/model-registry';
import { allModels } from './all-models.js';
import { readOwnModels } from './own-models.js';

// The engine first: its worker's script is the longest wait, and runs beside whatever the page does meanwhile.
const ownModels = rememberOwnModels();
const engine = createEngine({ models: allModels([...readOwnModels(document), ...ownModels.read()]) });
const memory = localMemory();
const handOver = createHandOver(engine, { memory });
if ('gpu' in navigator) {
  chooseStart(engine.storage, memory, GUIDE_MODEL.id).then((modelId) => engine.send({ type: 'model.load', modelId }));
  handOver.start();
}

const { renderApp } = await import('./render-app.jsx');
renderApp({ engine, handOver, ownModels });
