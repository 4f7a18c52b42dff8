import type { ModelVariant } from '@tabmind/model-registry';
import { errorData } from '../errors/error-data.js';
import type { DownloadReport, TransferActivity } from '../protocol/download-report.js';

const HOST = 'huggingface.co';

/** Bytes a second. */
const SPEED = 11e6;

/** Milliseconds until the next try. */
const RETRY_IN = 8000;

export const hostUnreachable = errorData('host-unreachable', `${HOST} can’t be reached.`);

export const deviceLost = errorData('device-lost', 'The graphics processor was taken away from this page.');

/** What a host tells of a download of which half has arrived, while its connections do this. */
export function halfwayReport({ downloadBytes }: ModelVariant, activity: TransferActivity): DownloadReport {
  const total = downloadBytes.value;
  const half = Math.floor(total / 2);
  const report: DownloadReport = {
    loaded: half,
    verified: half,
    total,
    totalIsExact: true,
    bytesPerSecond: 0,
    estimatedTimeSeconds: null,
    activity,
    retry: null,
    damagedFiles: 0,
  };
  if (activity === 'transferring') {
    return { ...report, bytesPerSecond: SPEED, estimatedTimeSeconds: (total - half) / SPEED };
  }
  if (activity === 'retrying') {
    const retry = { host: HOST, error: hostUnreachable, attempt: 2, limit: 5, at: Date.now() + RETRY_IN };
    return { ...report, retry };
  }
  return report;
}
