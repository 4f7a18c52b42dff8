import { expect, test } from 'vitest';
import { EngineError } from './errors/engine-error.js';
import { isAbort } from './errors/error-data.js';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { answerOf } from './test-support/answers.js';
import { type BreakableWorkers, breakableWorkers } from './test-support/breakable-workers.js';
import { deleteStores } from './test-support/delete-stores.js';
import { servedGuide } from './test-support/served-guide.js';

const question = { role: 'user', content: 'Tell me a story about a fox.' } as const;
const short = { maxTokens: 12 };

/** Everything that goes over the line in one life of an engine, as `→ model.load` and `← model.ready`. */
type Step = string;

/** What comes by the clock, if at all: no call waits for it. */
const BY_THE_CLOCK: readonly Step[] = ['→ host.ping', '← host.alive', '← gpu.memory'];

/** Looks at each message of a worker the moment it passes. */
function onStep(worker: Worker, look: (step: Step) => void): void {
  const { postMessage } = worker;
  worker.postMessage = (message: unknown) => {
    postMessage.call(worker, message);
    if (isOurs(message)) look(`→ ${message.tabmind.type}`);
  };
  worker.addEventListener('message', ({ data }) => {
    if (isOurs(data)) look(`← ${data.tabmind.type}`);
  });
}

function isOurs(message: unknown): message is { readonly tabmind: { readonly type: string } } {
  return typeof message === 'object' && message !== null && 'tabmind' in message;
}

/** A bit of everything that can be asked of an engine. Each call's end, in order. */
async function live(engine: Engine): Promise<readonly string[]> {
  const endings: string[] = [];
  const end = async (call: Promise<unknown>) => {
    endings.push(await call.then(() => 'value', endingOf));
  };
  await end(engine.download('guide'));
  await end(engine.load('guide'));
  const abort = new AbortController();
  await end(answerOf(engine, [question], { signal: abort.signal, onContext: () => abort.abort() }));
  await Promise.all([end(answerOf(engine, [question], short)), end(engine.storage.verify('guide'))]);
  await end(engine.unload());
  const cancelled = end(engine.load('guide'));
  engine.send({ type: 'model.cancel' });
  await cancelled;
  return endings;
}

function endingOf(thrown: unknown): string {
  if (isAbort(thrown)) return 'abort';
  return EngineError.isInstance(thrown) ? thrown.code : `untyped: ${thrown}`;
}

function startEngine(workers: BreakableWorkers): Engine {
  return createEngine({ models: [servedGuide()], createWorker: workers.createWorker, silenceSeconds: 3 });
}

test('a worker that is killed at any step of the protocol leaves no call without an end', async () => {
  await deleteStores();
  const steps = new Set<Step>();
  const watched = startEngine(breakableWorkers((worker) => onStep(worker, (step) => steps.add(step))));
  const undisturbed = await live(watched);
  watched.dispose();
  expect(undisturbed).toEqual(['value', 'value', 'abort', 'value', 'value', 'value', 'abort']);
  expect(steps.size).toBeGreaterThan(20);

  for (const step of BY_THE_CLOCK) steps.delete(step);
  for (const fatal of steps) {
    await deleteStores();
    let isDue = true;
    const workers = breakableWorkers((worker) =>
      onStep(worker, (step) => {
        if (!isDue || step !== fatal) return;
        isDue = false;
        workers.kill();
      }),
    );
    const engine = startEngine(workers);
    const endings = await live(engine);
    expect({ fatal, isDue, calls: endings.length }).toEqual({ fatal, isDue: false, calls: undisturbed.length });
    expect({ fatal, untyped: endings.filter((ending) => ending.startsWith('untyped')) }).toEqual({
      fatal,
      untyped: [],
    });
    await engine.load('guide');
    expect({ fatal, text: await answerOf(engine, [question], short) }).toEqual({
      fatal,
      text: expect.stringMatching(/\w/),
    });
    engine.dispose();
    expect(workers.running).toBe(0);
  }
});
