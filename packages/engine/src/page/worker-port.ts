import { errorData } from '../errors/error-data.js';
import type { Command } from '../protocol/commands.js';
import { type Envelope, isEnvelope } from '../protocol/envelope.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostPort } from '../protocol/host-port.js';
import type { HostSignal } from '../protocol/host-signal.js';
import type { HostSettings } from '../protocol/settings.js';
import { followNetwork } from './follow-network.js';
import { startHeartbeat } from './heartbeat.js';

/**
 * The line to a host in a dedicated worker. The worker is made at once, since its script takes time to arrive;
 * one that died is replaced at the next command. Each hears the settings first.
 *
 * @param silenceSeconds without a word after which a worker is given up; `Infinity` for never
 */
export function workerPort(createWorker: () => Worker, settings: HostSettings, silenceSeconds: number): HostPort {
  const listeners = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };

  const start = () => {
    const started = createWorker();
    const post = (command: Command) => started.postMessage({ tabmind: command } satisfies Envelope<Command>);
    const end = () => {
      heartbeat.stop();
      started.terminate();
    };
    const die = (detail: string) => {
      if (host?.end !== end) return;
      end();
      host = null;
      tell({ type: 'host.crashed', error: errorData('worker-crashed', 'The model’s worker has stopped.', detail) });
    };
    const heartbeat = startHeartbeat(
      silenceSeconds,
      () => post({ type: 'host.ping' }),
      () => die(`No sign of life for ${silenceSeconds} s.`),
    );
    started.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (host?.end !== end) return;
      heartbeat.beat();
      if (!isEnvelope<HostEvent | HostSignal>(data)) return;
      const { tabmind } = data;
      if (tabmind.type === 'host.broken') die(tabmind.detail);
      else if (tabmind.type !== 'host.alive') tell(tabmind);
    };
    started.onerror = (event) => {
      event.preventDefault();
      die(event.message ?? 'The worker’s script could not be loaded.');
    };
    started.onmessageerror = () => die('A message of the worker could not be read.');
    post({ type: 'host.configure', settings });
    return { post, end };
  };
  let host: ReturnType<typeof start> | null = null;
  host = start();
  const stopFollowing = followNetwork((state) => host?.post({ type: 'host.network', state }));

  return {
    post(command) {
      host ??= start();
      host.post(command);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stopFollowing();
      host?.end();
      host = null;
      listeners.clear();
    },
  };
}
