import { errorData } from '../errors/error-data.js';
import type { DownloadReport, TransferActivity } from '../protocol/download-report.js';

/** What a host could tell of a download of 9 bytes. */
export function sampleReport(activity: TransferActivity, figures: Partial<DownloadReport> = {}): DownloadReport {
  const error = errorData('host-unreachable', 'example.org can’t be reached.');
  return {
    loaded: 6,
    verified: 3,
    total: 9,
    totalIsExact: true,
    bytesPerSecond: activity === 'transferring' ? 3 : 0,
    estimatedTimeSeconds: activity === 'transferring' ? 1 : null,
    activity,
    retry: activity === 'retrying' ? { host: 'example.org', error, attempt: 1, limit: 5, at: 0 } : null,
    damagedFiles: 0,
    ...figures,
  };
}
