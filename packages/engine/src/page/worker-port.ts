import { errorData } from '../errors/error-data.js';
import type { Command } from '../protocol/commands.js';
import { type Envelope, isEnvelope } from '../protocol/envelope.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostPort } from '../protocol/host-port.js';
import type { HostSettings } from '../protocol/settings.js';
import { followNetwork } from './follow-network.js';

/**
 * The line to a host in a dedicated worker. The worker is made at once, since its script takes time to arrive;
 * one that died is replaced at the next command. Each hears the settings first.
 */
export function workerPort(createWorker: () => Worker, settings: HostSettings): HostPort {
  const listeners = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };

  const start = () => {
    const started = createWorker();
    const die = (detail: string) => {
      if (worker !== started) return;
      started.terminate();
      worker = null;
      tell({ type: 'host.crashed', error: errorData('worker-crashed', 'The model’s worker has stopped.', detail) });
    };
    started.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (worker === started && isEnvelope<HostEvent>(data)) tell(data.tabmind);
    };
    started.onerror = (event) => {
      event.preventDefault();
      die(event.message ?? 'The worker’s script could not be loaded.');
    };
    started.onmessageerror = () => die('A message of the worker could not be read.');
    started.postMessage({ tabmind: { type: 'host.configure', settings } } satisfies Envelope<Command>);
    return started;
  };
  let worker: Worker | null = null;
  worker = start();
  const stopFollowing = followNetwork((state) => {
    worker?.postMessage({ tabmind: { type: 'host.network', state } } satisfies Envelope<Command>);
  });

  return {
    post(command) {
      worker ??= start();
      worker.postMessage({ tabmind: command } satisfies Envelope<Command>);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stopFollowing();
      worker?.terminate();
      worker = null;
      listeners.clear();
    },
  };
}
