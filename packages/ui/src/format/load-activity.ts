import type { DownloadingSnapshot } from '@tabmind/engine';

/** What a download does just now. */
export type LoadActivity = DownloadingSnapshot['activity'];
