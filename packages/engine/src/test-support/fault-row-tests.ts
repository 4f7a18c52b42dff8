import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectModelHost } from '../../../../tools/model-host/client.mjs';
import { type FaultRow, faultTableShards } from '../../../../tools/model-host/fault-table.mjs';
import type { Space } from '../../../../tools/model-host/space.js';
import { createEngine } from '../page/create-engine.js';
import type { Engine } from '../page/engine.js';
import type { StorageBackend } from '../protocol/settings.js';
import { deleteStores } from './delete-stores.js';
import { followDownload } from './follow-download.js';
import { hostedModel } from './hosted-model.js';

const total = (space: Space) => space.files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Runs rows of the fault table, each on a model of its own, and looks at the store, the host's log and the snapshots. */
export function testFaultRows(backend: StorageBackend, rows: readonly FaultRow[]): void {
  const spaces = new Map<FaultRow, Space>();
  let engine: Engine;

  beforeAll(async () => {
    const host = connectModelHost(inject('modelHost'));
    for (const row of rows) {
      // The Guide's own files make shard 0, and the rows' shards begin with 1.
      const shards = [4096, ...Array<number>(faultTableShards.count).fill(faultTableShards.bytes)];
      spaces.set(row, await host.createSpace({ model: { kind: 'synthetic', shards } }));
    }
    engine = createEngine({
      models: [...spaces.values()].map(hostedModel),
      storage: backend,
      download: { retrySeconds: 0.05, stallSeconds: 3, retryLimit: 3 },
    });
  });

  afterAll(async () => {
    engine.dispose();
    for (const space of spaces.values()) await space.close();
    await deleteStores();
  });

  test.each(rows)(`${backend}: $name`, async (row) => {
    const space = spaces.get(row);
    if (space === undefined) throw new Error('The row has no space.');
    await space.addFaults(row.faults);
    const followed = await followDownload(engine, space.id);
    expect(followed).toMatchObject({ ending: row.ends });
    for (const state of row.shown ?? []) expect(followed.states).toContain(state);
    expect(followed.loaded).toEqual([...followed.loaded].sort((a, b) => a - b));

    const [stored] = (await engine.storage.list()).filter(({ modelId }) => modelId === space.id);
    if (row.ends === 'complete') {
      expect(stored).toMatchObject({ completeness: 'complete', backend, storedBytes: total(space) });
      expect(await engine.storage.verify(space.id)).toEqual([]);
      const { deliveries } = await space.log();
      const sent = deliveries.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
      expect(sent - total(space)).toBeLessThanOrEqual(row.refetched);
      expect(followed.retries.size > 0).toBe(row.faults.length > 0);
    } else {
      expect(stored?.completeness).not.toBe('complete');
      expect(followed.retries.size > 0).toBe(row.atOnce !== true);
      // Whoever is at fault is named; a file that is wrong is named itself.
      const named = row.ends === 'integrity-mismatch' ? 'params_shard_2.bin' : new URL(space.modelUrl).host;
      expect(followed.message).toContain(named);
      // The way on: where the host comes to its senses, what is there is used and the rest is fetched.
      await space.clearFaults();
      const again = await followDownload(engine, space.id);
      expect(again.ending).toBe(row.name.includes('changed') ? 'integrity-mismatch' : 'complete');
    }
    await engine.storage.delete(space.id);
  });
}
