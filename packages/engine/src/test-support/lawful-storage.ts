import { errorData } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { LawfulPart } from './lawful-part.js';

/** Every request to the store ends in done or failed. */
export function lawfulStorage(): LawfulPart {
  const requests = new Map<string, 'running' | 'cancelled'>();
  return {
    obey(command) {
      if (command.type === 'request.start') requests.set(command.requestId, 'running');
      if (command.type === 'request.cancel' && requests.has(command.requestId)) {
        requests.set(command.requestId, 'cancelled');
      }
    },
    possible: () =>
      [...requests].flatMap(([requestId, standing]): HostEvent[] => {
        const fail = (code: 'aborted' | 'busy'): HostEvent => ({
          type: 'request.failed',
          requestId,
          error: errorData(code, 'Not now.'),
        });
        if (standing === 'cancelled') return [fail('aborted')];
        return [
          { type: 'request.done', requestId, result: [] },
          fail('busy'),
          { type: 'request.progress', requestId, loaded: 1, total: 2 },
        ];
      }),
    said(event) {
      if (event.type === 'request.done' || event.type === 'request.failed') requests.delete(event.requestId);
    },
    crash: () => requests.clear(),
  };
}
