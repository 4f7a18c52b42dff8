import type { DownloadReport } from '../protocol/download-report.js';

const CHANNEL = 'tabmind-downloads';

interface SharedReport {
  readonly key: string;
  readonly report: DownloadReport;
}

/** The name of the lock that whoever downloads or changes these files holds, over all tabs of the origin. */
export function downloadLock(key: string): string {
  return `tabmind-download ${key}`;
}

/**
 * Lets one tab at a time download the same files. Whoever waits is told how far the other one is, and comes next when
 * that one ends, fails or is closed; then it finds in the store what is there.
 *
 * @param key what is downloaded
 * @param onReport called with this tab's reports and with those of the tab that is waited for
 * @param run downloads, and tells its reports by `tell`
 * @throws AbortError
 */
export async function shareDownload<Result>(
  key: string,
  signal: AbortSignal,
  onReport: (report: DownloadReport) => void,
  run: (tell: (report: DownloadReport) => void) => Promise<Result>,
): Promise<Result> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<SharedReport>) => {
    if (data.key === key) onReport(data.report);
  };
  try {
    return await navigator.locks.request(downloadLock(key), { signal }, () => {
      channel.onmessage = null;
      return run((report) => {
        channel.postMessage({ key, report } satisfies SharedReport);
        onReport(report);
      });
    });
  } finally {
    channel.close();
  }
}
