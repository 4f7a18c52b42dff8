import type { GpuReport } from './gpu-report.js';

/** The line to the network, as far as anybody knows. */
export interface LineReport {
  /** Measured on this page's own downloads, else what the browser believes; `null` where neither is known. */
  readonly bytesPerSecond: number | null;
  /** Whether a page's own download was measured. */
  readonly isMeasured: boolean;
  /** A line that is paid by the byte: a mobile one, say. */
  readonly isMetered: boolean;
  /** The person asked their browser to save data. */
  readonly savesData: boolean;
}

/** What a decision needs to know of the device; `null` where the browser does not tell. */
export interface DeviceReport {
  readonly gpu: GpuReport | null;
  /** Bytes of main memory. */
  readonly memoryBytes: number | null;
  /** Whether there may be more: browsers round this figure and cap it. */
  readonly memoryIsFloor: boolean;
  /** Bytes that this page could still store. */
  readonly freeStorageBytes: number | null;
  readonly line: LineReport;
}
