import { fromCallback } from 'xstate';
import { errorData } from '../errors/error-data.js';
import type { HostRequest } from '../machine/engine-event.js';
import { isHostGone } from '../machine/loss.js';
import { type GpuMemoryUse, NO_GPU_MEMORY } from '../protocol/gpu-memory.js';
import type { HostPort } from '../protocol/host-port.js';
import type { Generations } from './generations.js';
import type { HostRequests } from './host-requests.js';
import type { Log } from './log.js';

export interface HostListeners {
  readonly generations: Generations;
  readonly hostRequests: HostRequests;
  readonly onGpuMemory: (use: GpuMemoryUse) => void;
  readonly log: Log;
}

const cannotGoOn = errorData(
  'device-lost',
  'The answer was interrupted, and one in a given form can’t go on in the middle. Asking again begins it anew.',
);

/** The machine's one actor that does I/O, over a port: what no state depends on goes past the machine. */
export function hostActor(port: HostPort, { generations, hostRequests, onGpuMemory, log }: HostListeners) {
  return fromCallback<HostRequest>(({ sendBack, receive }) => {
    const stopListening = port.listen((event) => {
      log.debug(`← ${event.type}`);
      switch (event.type) {
        case 'generation.delta':
        case 'generation.started':
          generations.deliver(event);
          break;
        case 'request.progress':
        case 'request.done':
        case 'request.failed':
          hostRequests.deliver(event);
          break;
        case 'gpu.memory':
          onGpuMemory({ allocatedBytes: event.allocatedBytes, peakBytes: event.peakBytes });
          break;
        case 'host.crashed':
          onGpuMemory(NO_GPU_MEMORY);
          if (isHostGone(event)) hostRequests.failAll(event.error);
          sendBack(event);
          break;
        default:
          sendBack(event);
      }
    });
    receive((request) => {
      log.debug(`→ ${request.type}`);
      if (request.type !== 'generation.continue') return port.post(request);
      const rest = generations.continued(request.generationId);
      if (rest) port.post({ type: 'generation.start', ...rest });
      else sendBack({ type: 'generation.failed', generationId: request.generationId, error: cannotGoOn });
    });
    return () => {
      stopListening();
      port.close();
    };
  });
}
