import { afterEach, expect, test } from 'vitest';
import { EngineError } from './errors/engine-error.js';
import { isAbort } from './errors/error-data.js';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { pick, seededRandom } from './test-support/random.js';
import { servedGuide } from './test-support/served-guide.js';

const sequences = 30;
const steps = 10;

let engine: Engine;

afterEach(() => engine.dispose());

async function answer(signal?: AbortSignal): Promise<string> {
  let text = '';
  const options = { maxTokens: 40, ...(signal && { signal }) };
  for await (const piece of engine.generate([{ role: 'user', content: 'Tell me a story about a fox.' }], options)) {
    text += piece;
  }
  return text;
}

/** The engine's next change, whatever it is; at once where nothing is under way. */
function nextChange(): Promise<void> {
  const { path } = engine.getSnapshot();
  if (/^(idle|error|ready\.resting|downloading\.paused)$/.test(path)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = engine.subscribe(() => {
      stop();
      resolve();
    });
  });
}

/** How a call ended: in a value, an abort or a typed error; anything else is told as it is. */
function endOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'value',
    (thrown: unknown) => {
      if (isAbort(thrown)) return 'abort';
      return EngineError.isInstance(thrown) ? thrown.code : `untyped: ${thrown}`;
    },
  );
}

test(`${sequences} random sequences with the real model: every call ends, and the model talks after each`, async () => {
  engine = createEngine({ models: [servedGuide()] });
  const endings = new Set<string>();
  for (let seed = 1; seed <= sequences; seed += 1) {
    const random = seededRandom(seed);
    const calls: Promise<string>[] = [];
    let controller = new AbortController();
    const wishes = [
      () => calls.push(endOf(engine.load('guide', { signal: controller.signal }))),
      () => calls.push(endOf(engine.load('guide'))),
      () => calls.push(endOf(answer(controller.signal))),
      () => calls.push(endOf(answer())),
      () => calls.push(endOf(engine.unload())),
      () => engine.send({ type: 'model.cancel' }),
      () => engine.send({ type: 'generation.stop' }),
      () => engine.send({ type: 'download.pause' }),
      () => engine.send({ type: 'download.resume' }),
      () => {
        controller.abort();
        controller = new AbortController();
      },
    ];
    for (let step = 0; step < steps; step += 1) {
      pick(random, wishes)();
      for (let changes = Math.floor(random() * 6); changes > 0; changes -= 1) await nextChange();
    }
    await engine.load('guide');
    for (const ending of await Promise.all(calls)) endings.add(ending);
    expect({ seed, text: await answer() }).toEqual({ seed, text: expect.stringMatching(/\w/) });
    expect(engine.getSnapshot().path).toBe('ready.resting');
  }
  expect([...endings].sort()).toEqual(['abort', 'busy', 'not-ready', 'value']);
});
