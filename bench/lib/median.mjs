/** @param {readonly number[]} values the middle one, the upper of two middle ones */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median and every value, rounded. */
export function medianOfAll(values) {
  return `${Math.round(median(values))} (${values.map(Math.round).join(', ')})`;
}
