import { beforeEach, expect, test } from 'vitest';
import { LaggingQueue } from './lagging-queue.js';

/** A GPU queue whose waits end when the test says so. */
class SlowQueue {
  readonly ends: (() => void)[] = [];
  onSubmittedWorkDone(): Promise<void> {
    return new Promise((resolve) => this.ends.push(resolve));
  }
}

let queue: SlowQueue;
let device: GPUDevice;
let lagging: LaggingQueue;

beforeEach(() => {
  queue = new SlowQueue();
  device = { queue } as unknown as GPUDevice;
  lagging = new LaggingQueue();
});

/** Notes when a wait is over. */
function wait(): { over: boolean } {
  const standing = { over: false };
  device.queue.onSubmittedWorkDone().then(() => {
    standing.over = true;
  });
  return standing;
}

/** Until promises that are settled have told it. */
const told = () => new Promise((resolve) => setImmediate(resolve));

test('during a load each wait is for what was handed over before the last', async () => {
  lagging.begin();
  lagging.onDevice(device);
  const first = wait();
  const second = wait();
  await told();
  expect([first.over, second.over]).toEqual([true, false]);
  queue.ends[0]?.();
  await told();
  expect(second.over).toBe(true);
});

test('after the load a wait is for everything', async () => {
  lagging.begin();
  lagging.onDevice(device);
  wait();
  lagging.end();
  const after = wait();
  await told();
  expect(after.over).toBe(false);
  expect(queue.ends).toHaveLength(2);
  queue.ends[1]?.();
  await told();
  expect(after.over).toBe(true);
});

test('a device of nobody’s load is left as it is', () => {
  lagging.onDevice(device);
  expect(Object.hasOwn(queue, 'onSubmittedWorkDone')).toBe(false);
});
