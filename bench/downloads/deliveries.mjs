/** @typedef {import('../../tools/model-host/space.js').SpaceLog} SpaceLog */

/** @param {SpaceLog} log how often bytes of a shard were asked for and sent */
export function shardDeliveries({ deliveries }) {
  return deliveries.filter(({ path }) => path.startsWith('params_shard_')).length;
}

/**
 * Bytes that were sent a second time, counted in two ways: all that was sent without the model itself, and of every
 * file where a delivery begins before the one before it ended.
 *
 * @param {SpaceLog} log
 * @param {number} totalBytes the model's
 */
export function sentAgain({ deliveries }, totalBytes) {
  const sent = deliveries.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  const reached = new Map();
  let overlap = 0;
  for (const { path, from, sentBytes } of deliveries) {
    overlap += Math.max(0, (reached.get(path) ?? 0) - from);
    reached.set(path, from + sentBytes);
  }
  return { bySum: sent - totalBytes, byOffset: overlap };
}
