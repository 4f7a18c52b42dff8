/**
 * What a line really brings, with everything fetched at once: bits a second of the answers' bodies.
 *
 * @param {readonly string[]} urls
 */
export async function measureLine(urls) {
  const begin = performance.now();
  const bodies = await Promise.all(
    urls.map(async (url) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
      return response.arrayBuffer();
    }),
  );
  const bytes = bodies.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return (bytes * 8 * 1000) / (performance.now() - begin);
}
