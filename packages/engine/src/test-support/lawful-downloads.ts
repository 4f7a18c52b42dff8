import { errorData } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { LawfulPart } from './lawful-part.js';
import { sampleReport } from './sample-report.js';

/** Every background download ends in done, failed or cancelled. */
export function lawfulDownloads(): LawfulPart {
  const downloads = new Map<string, 'running' | 'cancelled'>();
  return {
    obey(command) {
      if (command.type === 'background.start') downloads.set(command.downloadId, 'running');
      if (command.type === 'background.cancel' && downloads.has(command.downloadId)) {
        downloads.set(command.downloadId, 'cancelled');
      }
    },
    possible: () =>
      [...downloads].flatMap(([downloadId, standing]): HostEvent[] => {
        if (standing === 'cancelled') return [{ type: 'background.cancelled', downloadId }];
        return [
          { type: 'background.done', downloadId, totalBytes: 9 },
          { type: 'background.failed', downloadId, error: errorData('http-status', 'It answered 500.') },
          ...(['transferring', 'stalled', 'retrying', 'offline'] as const).map(
            (activity): HostEvent => ({ type: 'background.progress', downloadId, ...sampleReport(activity) }),
          ),
        ];
      }),
    said(event) {
      if ('downloadId' in event && event.type !== 'background.progress') downloads.delete(event.downloadId);
    },
    crash: () => downloads.clear(),
  };
}
