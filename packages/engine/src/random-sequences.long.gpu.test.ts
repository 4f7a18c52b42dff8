import { afterEach, expect, test } from 'vitest';
import { EngineError } from './errors/engine-error.js';
import { isAbort } from './errors/error-data.js';
import { createEngine } from './page/create-engine.js';
import type { Engine, GenerateOptions } from './page/engine.js';
import { answerOf } from './test-support/answers.js';
import { breakableWorkers } from './test-support/breakable-workers.js';
import { pick, seededRandom } from './test-support/random.js';
import { servedGuide } from './test-support/served-guide.js';

const sequences = 30;
const steps = 10;

let engine: Engine;

afterEach(() => engine.dispose());

const question = { role: 'user', content: 'Tell me a story about a fox.' } as const;

function answer(options: GenerateOptions = {}): Promise<string> {
  return answerOf(engine, [question], { maxTokens: 40, ...options });
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

/**
 * Loads and asks until there is an answer: a worker that was killed is known to be dead a while later, and what is asked
 * until then may still end in that. How each try ended.
 */
async function talkAgain(): Promise<readonly string[]> {
  const tries: string[] = [];
  while (tries.length < 4 && tries.at(-1) !== 'value, value') {
    tries.push(`${await endOf(engine.load('guide'))}, ${await endOf(answer({ whenNotReady: 'wait' }))}`);
  }
  return tries;
}

test(`${sequences} random sequences with the real model: every call ends, and the model talks after each`, async () => {
  const workers = breakableWorkers();
  engine = createEngine({ models: [servedGuide()], createWorker: workers.createWorker, silenceSeconds: 4 });
  const endings = new Set<string>();
  for (let seed = 1; seed <= sequences; seed += 1) {
    const random = seededRandom(seed);
    const calls: Promise<string>[] = [];
    let controller = new AbortController();
    const wishes = [
      () => calls.push(endOf(engine.load('guide', { signal: controller.signal }))),
      () => calls.push(endOf(engine.load('guide'))),
      () => calls.push(endOf(answer({ signal: controller.signal }))),
      () => calls.push(endOf(answer())),
      () => calls.push(endOf(answer({ whenNotReady: 'wait' }))),
      () => calls.push(endOf(engine.unload())),
      () => engine.send({ type: 'model.cancel' }),
      () => engine.send({ type: 'generation.stop' }),
      () => engine.send({ type: 'download.pause' }),
      () => engine.send({ type: 'download.resume' }),
      () => workers.harm('destroy-devices'),
      () => workers.kill(),
      () => {
        controller.abort();
        controller = new AbortController();
      },
    ];
    for (let step = 0; step < steps; step += 1) {
      pick(random, wishes)();
      for (let changes = Math.floor(random() * 6); changes > 0; changes -= 1) await nextChange();
    }
    const tries = await talkAgain();
    expect({ seed, tries, last: tries.at(-1) }).toEqual({ seed, tries, last: 'value, value' });
    for (const ending of await Promise.all(calls)) endings.add(ending);
    expect(await answer()).toMatch(/\w/);
    expect(engine.getSnapshot().path).toBe('ready.resting');
    expect({ seed, ...(await workers.resources()) }).toEqual({ seed, devices: 1, objectUrls: 0 });
    expect(workers.running).toBe(1);
  }
  expect([...endings].sort()).toEqual(['abort', 'busy', 'device-lost', 'not-ready', 'value', 'worker-crashed']);
  await engine.unload();
  expect(await workers.resources()).toEqual({ devices: 0, objectUrls: 0 });
  engine.dispose();
  expect(workers.running).toBe(0);
});
