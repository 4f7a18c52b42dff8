/** How far a download is, as the host counts it. */
export interface DownloadReport {
  /** Bytes that arrived, stored ones included. */
  readonly loaded: number;
  /** Bytes whose file is whole and whose hash was right. */
  readonly verified: number;
  /** Bytes of everything that the model needs. */
  readonly total: number;
  /** False until every file's size was told by its host. */
  readonly totalIsExact: boolean;
  /** Rolling average; `null` until known. */
  readonly bytesPerSecond: number | null;
  readonly estimatedTimeSeconds: number | null;
}
