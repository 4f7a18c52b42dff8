import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fault } from '../../../tools/model-host/space.js';
import { EngineError } from './errors/engine-error.js';
import { isAbort } from './errors/error-data.js';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import type { StorageBackend } from './protocol/settings.js';
import { deleteStores } from './test-support/delete-stores.js';
import { type Hosted, host } from './test-support/hosted.js';

const MiB = 2 ** 20;
/** Milliseconds for one sequence: many times what the slowest takes. */
const RUN_LIMIT = 90_000;
const shards = [9 * MiB, 4 * MiB, 6 * MiB];
const total = shards.reduce((sum, bytes) => sum + bytes, 0);

type Step =
  | { readonly type: 'fault'; readonly fault: Fault }
  | { readonly type: 'pause' | 'resume' | 'cancel' | 'download' | 'reload' | 'release' }
  | { readonly type: 'progress'; readonly bytes: number };

const path = fc.constantFrom('params_shard_0.bin', 'params_shard_1.bin', 'params_shard_2.bin');
const afterBytes = fc.integer({ min: 0, max: 8 * MiB });
const times = fc.integer({ min: 1, max: 2 });

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('reset' as const), path, afterBytes, times }),
  fc.record({ kind: fc.constant('stall' as const), path, afterBytes, times }),
  fc.record({ kind: fc.constant('refuse' as const), path, times }),
  fc.record({ kind: fc.constant('status' as const), path, status: fc.constantFrom(429, 500, 503), times }),
  fc.record({ kind: fc.constant('flip' as const), path, atByte: fc.integer({ min: 0, max: 4 * MiB - 1 }), times }),
  fc.record({ kind: fc.constant('truncate' as const), path, bytes: fc.integer({ min: 1, max: MiB }), times }),
  fc.record({ kind: fc.constantFrom('no-range' as const, 'wrong-range' as const, 'no-etag' as const), path, times }),
  fc.record({ kind: fc.constantFrom('new-etag' as const, 'no-length' as const), path, times }),
  fc.record({ kind: fc.constantFrom('refuse-preflight' as const, 'no-cors' as const), path, times }),
  fc.record({ kind: fc.constant('html' as const), path, times }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fault.map((planned) => ({ type: 'fault' as const, fault: planned })) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('progress' as const), bytes: fc.integer({ min: 1, max: 12 * MiB }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('pause', 'resume', 'cancel', 'download', 'reload', 'release' as const),
    }),
  },
);

/** One model, whatever befalls its download. */
class Story {
  readonly #hosted: Hosted;
  readonly #backend: StorageBackend;
  readonly #endings: Promise<unknown>[] = [];
  #engine: Engine;

  constructor(hosted: Hosted, backend: StorageBackend) {
    this.#hosted = hosted;
    this.#backend = backend;
    this.#engine = this.#start();
  }

  async take(next: Step): Promise<void> {
    const { space } = this.#hosted;
    switch (next.type) {
      case 'fault':
        return space.addFaults([next.fault]);
      case 'progress':
        return this.#untilMoved(next.bytes);
      case 'release':
        return space.release();
      case 'pause':
      case 'resume':
        return this.#engine.send({ type: `download.${next.type}`, modelId: space.id });
      case 'cancel':
        return this.#engine.send({ type: 'download.cancel', modelId: space.id });
      case 'download':
        return this.#begin();
      case 'reload':
        // The worker ends as a page's does: at once, without a word.
        this.#engine.dispose();
        this.#engine = this.#start();
    }
  }

  /** Everything that was in the way is gone: it ends whole, whatever came before. */
  async end(): Promise<void> {
    const { space } = this.#hosted;
    await space.clearFaults();
    await space.release();
    await this.#engine.download(space.id);
    const files = space.files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(await this.#engine.storage.list()).toMatchObject([{ completeness: 'complete', storedBytes: files }]);
    expect(await this.#engine.storage.verify(space.id)).toEqual([]);
    for (const ending of await Promise.all(this.#endings)) {
      expect(ending === undefined || isAbort(ending) || EngineError.isInstance(ending)).toBe(true);
    }
    this.#engine.dispose();
    await space.close();
    await deleteStores();
  }

  #begin(): void {
    this.#endings.push(this.#engine.download(this.#hosted.space.id).catch((thrown: unknown) => thrown));
  }

  /** Until the host has sent that much more, or the download is at rest. */
  async #untilMoved(bytes: number): Promise<void> {
    const goal = Math.min(total, (await this.#hosted.sent()) + bytes);
    const atRest = new Promise<void>((resolve) => {
      const look = () => {
        const [download] = this.#engine.getSnapshot().downloads;
        if (download && download.state !== 'paused' && download.state !== 'failed') return;
        stop();
        resolve();
      };
      const stop = this.#engine.subscribe(look);
      look();
    });
    const enough = new AbortController();
    const moved = this.#hosted.space.waitFor({ sentBytes: goal }, enough.signal).catch((thrown: unknown) => {
      if (!isAbort(thrown)) throw thrown;
    });
    await Promise.race([moved, atRest]);
    enough.abort();
  }

  #start(): Engine {
    return createEngine({
      models: [this.#hosted.model],
      storage: this.#backend,
      download: { retrySeconds: 0.02, stallSeconds: 1, retryLimit: 3 },
    });
  }
}

test.each(['indexeddb', 'opfs'] as const)(
  'whatever happens to a download, it ends with the right bytes in %s',
  async (backend) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const hosted = await host({ model: { kind: 'synthetic', shards }, bytesPerSecond: 60e6 });
        const story = new Story(hosted, backend);
        await story.take({ type: 'download' });
        for (const next of steps) await story.take(next);
        await story.end();
      }),
      // One that never ends is told with its steps.
      { numRuns: 40, endOnFailure: true, timeout: RUN_LIMIT },
    );
  },
);
