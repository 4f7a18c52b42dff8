import type { StorageShortage } from '@tabmind/engine';
import { formatBytes } from './bytes.js';

/** The figures behind storage that is too small: `1.56 GB needed · 310 MB free · 2.10 GB used by models · ...`. */
export function shortageLine({ neededBytes, freeBytes, usedBytes, freeableBytes }: StorageShortage): string {
  const figures = [`${formatBytes(neededBytes)} needed`, `${formatBytes(freeBytes)} free`];
  if (usedBytes > 0) figures.push(`${formatBytes(usedBytes)} used by models`);
  if (freeableBytes > 0) figures.push(`${formatBytes(freeableBytes)} can be freed`);
  return figures.join(' · ');
}
