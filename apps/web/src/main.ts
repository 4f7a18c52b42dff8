import '@tabmind/ui/styles.css';
import './app.css';
import { createEngine } from '@tabmind/engine';
import { MODELS } from '@tabmind/model-registry';
import { readOwnModels } from './own-models.js';

// The engine first: its worker's script is the longest wait, and runs beside whatever the page does meanwhile.
const engine = createEngine({ models: [...MODELS, ...readOwnModels(document)] });
if ('gpu' in navigator) engine.send({ type: 'model.load', modelId: 'guide' });

const { renderApp } = await import('./render-app.jsx');
renderApp(engine);
