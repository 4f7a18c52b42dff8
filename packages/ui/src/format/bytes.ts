const units = ['kB', 'MB', 'GB'] as const;

/** Bytes in units of a thousand, with about three figures: `8.5 MB`, `412 MB`, `1.56 GB`. */
export function formatBytes(bytes: number): string {
  let value = bytes / 1000;
  let unit: (typeof units)[number] = 'kB';
  for (const larger of units.slice(1)) {
    if (value < 999.5) break;
    value /= 1000;
    unit = larger;
  }
  return `${withFigures(value, unit)} ${unit}`;
}

/** The same with `about` before a figure that was computed and not read, and one figure less. */
export function formatSize(bytes: number, certainty: 'exact' | 'estimated'): string {
  if (certainty === 'exact') return formatBytes(bytes);
  const gigabytes = bytes / 1e9;
  return `about ${gigabytes >= 1 ? `${gigabytes.toFixed(1)} GB` : formatBytes(bytes)}`;
}

function withFigures(value: number, unit: string): string {
  if (unit === 'GB') return value.toFixed(2);
  if (value === 0) return '0';
  return value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}
