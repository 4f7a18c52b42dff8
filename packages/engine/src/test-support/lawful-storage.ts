import { errorData } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { LawfulPart } from './lawful-part.js';

/** Every request to the store ends in done or failed. */
export function lawfulStorage(): LawfulPart {
  const requests = new Map<string, 'running' | 'cancelled'>();
  return {
    obey(command) {
      if (command.type === 'storage.request') requests.set(command.requestId, 'running');
      if (command.type === 'storage.cancel' && requests.has(command.requestId)) {
        requests.set(command.requestId, 'cancelled');
      }
    },
    possible: () =>
      [...requests].flatMap(([requestId, standing]): HostEvent[] => {
        const fail = (code: 'aborted' | 'busy'): HostEvent => ({
          type: 'storage.failed',
          requestId,
          error: errorData(code, 'Not now.'),
        });
        if (standing === 'cancelled') return [fail('aborted')];
        return [
          { type: 'storage.done', requestId, result: [] },
          fail('busy'),
          { type: 'storage.progress', requestId, loaded: 1, total: 2 },
        ];
      }),
    said(event) {
      if (event.type === 'storage.done' || event.type === 'storage.failed') requests.delete(event.requestId);
    },
    crash: () => requests.clear(),
  };
}
