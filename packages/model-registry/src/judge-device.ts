import type { DeviceReport, LineReport } from './device-report.js';
import type { FitReason } from './fit-report.js';

/** Beyond this many, a CPU that plays the GPU is called slow. */
const softwareParameters = 1e9;

export function judgeSoftware(parameters: number): FitReason {
  return { kind: 'software', says: parameters > softwareParameters ? 'tight' : 'fits', parameters };
}

function judgeStorage(bytes: number, freeBytes: number | null): FitReason {
  if (freeBytes === null) return { kind: 'missing', says: 'fits', input: 'storage' };
  return { kind: 'storage', says: bytes <= freeBytes ? 'fits' : 'unfit', neededBytes: bytes, freeBytes };
}

function judgeTime(bytes: number, { bytesPerSecond, isMeasured }: LineReport): FitReason {
  if (bytesPerSecond === null || bytesPerSecond === 0) return { kind: 'missing', says: 'fits', input: 'line' };
  return { kind: 'time', says: 'fits', bytes, bytesPerSecond, seconds: bytes / bytesPerSecond, isMeasured };
}

/** What there is to say of fetching this many bytes; nothing where nothing is missing. */
export function judgeDownload(
  bytes: number,
  { freeStorageBytes, line }: Pick<DeviceReport, 'freeStorageBytes' | 'line'>,
): readonly FitReason[] {
  if (bytes === 0) return [];
  return [
    judgeStorage(bytes, freeStorageBytes),
    ...(line.isMetered ? [{ kind: 'metered-line', says: 'ask', bytes } as const] : []),
    ...(line.savesData ? [{ kind: 'data-saving', says: 'ask', bytes } as const] : []),
    judgeTime(bytes, line),
  ];
}
