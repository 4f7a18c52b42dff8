import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostSignal } from '../protocol/host-signal.js';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { workerPort } from './worker-port.js';

class FakeWorker {
  readonly heard: unknown[] = [];
  state: 'running' | 'terminated' = 'running';
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault(): void; message?: string }) => void) | null = null;

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.state = 'terminated';
  }

  say(event: HostEvent | HostSignal): void {
    this.onmessage?.({ data: { tabmind: event } });
  }

  die(): void {
    this.onerror?.({ preventDefault: () => undefined, message: 'Out of memory.' });
  }
}

const unload = { tabmind: { type: 'model.unload' } };
const configure = { tabmind: { type: 'host.configure', settings: DEFAULT_SETTINGS } };

let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});

afterEach(() => vi.unstubAllGlobals());

test('a worker hears that the device went offline, and nothing more once the port is closed', () => {
  const worker = new FakeWorker();
  const port = workerPort(() => worker as unknown as Worker, DEFAULT_SETTINGS, 20);
  page.dispatchEvent(new Event('offline'));
  page.dispatchEvent(new Event('online'));
  port.close();
  page.dispatchEvent(new Event('offline'));
  const told = (state: string) => ({ tabmind: { type: 'host.network', state } });
  expect(worker.heard).toEqual([configure, told('offline'), told('online')]);
});

test('a worker that falls silent, or says that it is broken, is given up and told as crashed', () => {
  vi.useFakeTimers();
  const workers: FakeWorker[] = [];
  const create = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const port = workerPort(create, DEFAULT_SETTINGS, 20);
  const events: HostEvent[] = [];
  port.listen((event) => events.push(event));
  workers[0]?.say({ type: 'host.alive' });
  vi.advanceTimersByTime(30_000);
  port.post({ type: 'model.unload' });
  workers[1]?.say({ type: 'host.broken', detail: 'TypeError: x' });
  workers[1]?.say({ type: 'model.unloaded' });
  expect(events).toMatchObject([
    { type: 'host.crashed', error: { code: 'worker-crashed', detail: 'No sign of life for 20 s.' } },
    { type: 'host.crashed', error: { code: 'worker-crashed', detail: 'TypeError: x' } },
  ]);
  expect(workers.map(({ state }) => state)).toEqual(['terminated', 'terminated']);
  port.close();
  vi.useRealTimers();
});

test('each worker hears the settings first, the one that replaces a dead one too', () => {
  const workers: FakeWorker[] = [];
  const port = workerPort(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    DEFAULT_SETTINGS,
    20,
  );
  const events: HostEvent[] = [];
  port.listen((event) => events.push(event));
  port.post({ type: 'model.unload' });
  expect(workers.map(({ heard }) => heard)).toEqual([[configure, unload]]);

  workers[0]?.die();
  expect(events).toMatchObject([{ type: 'host.crashed', error: { code: 'worker-crashed', detail: 'Out of memory.' } }]);
  expect(workers.map(({ state }) => state)).toEqual(['terminated']);
  port.post({ type: 'model.unload' });
  expect(workers.map(({ heard }) => heard)).toEqual([
    [configure, unload],
    [configure, unload],
  ]);
  port.close();
  expect(workers.map(({ state }) => state)).toEqual(['terminated', 'terminated']);
});
