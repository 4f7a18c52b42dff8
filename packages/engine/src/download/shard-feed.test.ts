import { expect, test } from 'vitest';
import { ShardFeed } from './shard-feed.js';

const urls = Array.from({ length: 9 }, (_, index) => `shard-${index}`);
const bytes = new Uint8Array(1);

/** What of these has come to an end by now. */
async function settled(...promises: readonly Promise<unknown>[]): Promise<readonly boolean[]> {
  const done = promises.map(() => false);
  promises.forEach((promise, index) => {
    const mark = () => {
      done[index] = true;
    };
    promise.then(mark, mark);
  });
  await new Promise(setImmediate);
  return done;
}

function announced(): ShardFeed {
  const feed = new ShardFeed();
  feed.announce(urls);
  return feed;
}

test('six shards may be on their way, the seventh waits until one was used', async () => {
  const feed = announced();
  const reserved = urls.slice(0, 8).map(() => feed.reserve());
  expect(await settled(...reserved)).toEqual([true, true, true, true, true, true, false, false]);
  feed.take('shard-0');
  feed.take('shard-0');
  expect(await settled(...reserved)).toEqual([true, true, true, true, true, true, false, false]);
  feed.take('shard-1');
  expect(await settled(...reserved)).toEqual([true, true, true, true, true, true, true, false]);
});

test('room goes to whoever has waited longest, also where somebody asks just then', async () => {
  const feed = announced();
  for (let shard = 0; shard < 6; shard += 1) await feed.reserve();
  const seventh = feed.reserve();
  feed.take('shard-0');
  feed.take('shard-1');
  const eighth = feed.reserve();
  expect(await settled(seventh, eighth)).toEqual([true, false]);
});

test('a shard is handed over when it comes, as often as it is asked for', async () => {
  const feed = announced();
  const taken = feed.take('shard-0');
  expect(feed.urls).toContain('shard-0');
  feed.deliver('shard-0', bytes);
  expect(await taken).toBe(bytes);
  expect(await feed.take('shard-0')).toBe(bytes);
  expect(feed.take('tokenizer.json')).toBeUndefined();
});

test('its end is told to whoever waits, and to whoever asks later', async () => {
  const feed = announced();
  for (let shard = 0; shard < 6; shard += 1) await feed.reserve();
  const reserving = feed.reserve();
  const taking = feed.take('shard-0');
  const reason = new Error('the line was cut');
  feed.end(reason);
  feed.end(new Error('a later word'));
  await expect(reserving).rejects.toBe(reason);
  await expect(taking).rejects.toMatchObject({ cause: reason });
  await expect(feed.take('shard-3')).rejects.toMatchObject({ cause: reason });
  await expect(feed.reserve()).rejects.toBe(reason);
});

test('a small file that was read already is given as often as it is asked for, and takes no shard’s room', async () => {
  const feed = announced();
  feed.hold('config', bytes);
  expect(await feed.take('config')).toBe(bytes);
  expect(await feed.take('config')).toBe(bytes);
  expect(feed.take('other')).toBeUndefined();
  expect(feed.urls).toEqual(urls);
});
