import { getEventListeners } from 'node:events';
import { MODELS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { EngineError } from '../errors/engine-error.js';
import { isAbort } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import { createLawfulHost, type LawfulHost } from '../test-support/lawful-host.js';
import { pick, seededRandom } from '../test-support/random.js';
import { connectEngine } from './connect-engine.js';
import type { Engine, GenerateOptions } from './engine.js';

const sequences = 1000;
const steps = 60;

/** What a person or an app may do at any moment. Each call's end is noted. */
function wishes(engine: Engine, signal: AbortSignal, abort: () => void, note: (call: Promise<unknown>) => void) {
  return [
    () => note(engine.load('guide', { signal })),
    () => note(engine.load('phi-2')),
    () => note(engine.load('smollm2-360m', { signal, consent: 'ask' })),
    () => engine.send({ type: 'consent.give' }),
    () => note(engine.load('no-such-model')),
    () => note(read(engine, { signal })),
    () => note(read(engine, { signal, whenNotReady: 'wait' })),
    () => note(engine.unload()),
    () => engine.send({ type: 'model.cancel' }),
    () => engine.send({ type: 'generation.stop' }),
    () => engine.send({ type: 'model.reset' }),
    () => engine.send({ type: 'failure.dismiss' }),
    () => note(engine.download('phi-2', { signal })),
    () => note(engine.download('smollm2-360m')),
    () => note(engine.download('no-such-model')),
    () => note(engine.storage.list({ signal })),
    () => note(engine.storage.verify('guide')),
    () => note(engine.storage.move('no-such-model', 'opfs')),
    () => engine.send({ type: 'download.pause' }),
    () => engine.send({ type: 'download.pause', modelId: 'phi-2' }),
    () => engine.send({ type: 'download.resume' }),
    () => engine.send({ type: 'download.resume', modelId: 'phi-2' }),
    () => engine.send({ type: 'download.cancel', modelId: 'phi-2' }),
    abort,
  ];
}

async function read(engine: Engine, options: GenerateOptions): Promise<void> {
  for await (const _piece of engine.generate([{ role: 'user', content: 'Hi' }], options));
}

/** What the host says next: mostly that things go well, so that sequences get far, seldom that it died. */
function nextWord(host: LawfulHost, random: () => number): HostEvent {
  const events = host.possible();
  const [first] = events;
  if (first !== undefined && random() < 0.8) return first;
  const calm = events.filter(({ type }) => type !== 'host.crashed');
  return pick(random, calm.length > 0 && random() < 0.9 ? calm : events);
}

/** Lets the host say everything it still owes, choosing the happy ends. */
async function settle(host: LawfulHost): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const [next] = host.possible().filter(({ type }) => type !== 'host.crashed' && type !== 'generation.delta');
    if (next === undefined) return;
    host.say(next);
  }
}

test(`${sequences} random sequences: every call ends, in a value or a typed error, and the engine goes on`, async () => {
  const endings = new Map<string, number>();
  for (let seed = 1; seed <= sequences; seed += 1) {
    const random = seededRandom(seed);
    const host = createLawfulHost();
    const engine = connectEngine(host, MODELS);
    let controller = new AbortController();
    const signals = [controller.signal];
    let open = 0;
    const note = (call: Promise<unknown>) => {
      open += 1;
      call
        .then(() => 'value')
        .catch((thrown: unknown) => {
          if (isAbort(thrown)) return 'AbortError';
          return EngineError.isInstance(thrown) ? thrown.code : `untyped: ${thrown}`;
        })
        .then((ending) => {
          open -= 1;
          endings.set(ending, (endings.get(ending) ?? 0) + 1);
        });
    };
    const abort = () => {
      controller.abort();
      controller = new AbortController();
      signals.push(controller.signal);
    };
    for (let step = 0; step < steps; step += 1) {
      if (random() < 0.4) pick(random, wishes(engine, controller.signal, abort, note))();
      else host.say(nextWord(host, random));
      if (random() < 0.3) await Promise.resolve();
    }
    await settle(host);
    // What was paused, and what asks, waits for its person.
    engine.send({ type: 'download.resume' });
    engine.send({ type: 'download.resume', modelId: 'phi-2' });
    await settle(host);
    engine.send({ type: 'consent.give' });
    await settle(host);
    expect({ seed, open, path: engine.getSnapshot().path }).toEqual({
      seed,
      open: 0,
      path: expect.stringMatching(/^(idle|error|ready\.resting)$/),
    });
    const last = engine.load('guide');
    await settle(host);
    await last;
    expect({ seed, open, path: engine.getSnapshot().path }).toEqual({ seed, open: 0, path: 'ready.resting' });
    engine.dispose();
    const listeners = signals.flatMap((signal) => getEventListeners(signal, 'abort'));
    expect({ seed, listeners: listeners.length }).toEqual({ seed, listeners: 0 });
    expect(host.isClosed).toBe(true);
  }
  expect([...endings.keys()].filter((ending) => ending.startsWith('untyped'))).toEqual([]);
  expect([...endings.keys()]).toEqual(
    expect.arrayContaining([
      'value',
      'AbortError',
      'not-ready',
      'busy',
      'model-unknown',
      'worker-crashed',
      'device-lost',
    ]),
  );
}, 600_000);
