/**
 * The part of a file that a `Range` header wants; `to` is not included.
 *
 * @param {string | undefined} header
 * @param {number} bytes of the whole file
 * @returns {{ from: number, to: number } | 'unsatisfiable' | undefined} undefined where there is no single range of
 *   bytes: the whole file is the answer then
 */
export function byteRange(header, bytes) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') {
    const from = Math.max(0, bytes - Number(last));
    return from < bytes ? { from, to: bytes } : 'unsatisfiable';
  }
  if (last !== '' && Number(last) < Number(first)) return undefined;
  if (Number(first) >= bytes) return 'unsatisfiable';
  return { from: Number(first), to: last === '' ? bytes : Math.min(Number(last) + 1, bytes) };
}
