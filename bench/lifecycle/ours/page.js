import { createEngine } from '@tabmind/engine';
import { hostedModel } from '../../lib/hosted-model.js';
import { stopped } from '../page/stopped.js';

const model = hostedModel(JSON.parse(new URLSearchParams(location.search).get('options')));
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
const engine = createEngine({ models: [model], createWorker: () => worker });
const greedy = { temperature: 0, maxTokens: 60 };

window.loaded = engine.load(model.id);

window.stopAndAsk = stopped((messages, signal) => engine.generate(messages, { ...greedy, signal }));

window.promptTokens = async (messages) => {
  let tokens;
  const onContext = ({ promptTokens }) => (tokens = promptTokens);
  for await (const _ of engine.generate(messages, { maxTokens: 60, onContext }));
  return tokens;
};

const question = [{ role: 'user', content: 'Tell me a story about a fox.' }];

window.loseAndGoOn = async () => {
  let undisturbed = '';
  for await (const piece of engine.generate(question, greedy)) undisturbed += piece;
  let [text, pieces, lostAt, milliseconds] = ['', 0, 0, 0];
  const stop = engine.subscribe(({ state }) => {
    if (state === 'recovering') pieces = 0;
  });
  for await (const piece of engine.generate(question, greedy)) {
    text += piece;
    pieces += 1;
    if (lostAt === 0 && pieces === 15) {
      lostAt = performance.now();
      worker.postMessage('lose devices');
    } else if (lostAt > 0 && milliseconds === 0 && pieces === 1) {
      milliseconds = performance.now() - lostAt;
    }
  }
  stop();
  return { milliseconds, text, undisturbed };
};
