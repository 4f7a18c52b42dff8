/** The tiny model, made 405 MB large, on a line of 80 MB/s. */
export const paddedModel = {
  model: { kind: 'tiny', paddingShards: 12, paddingBytes: 32 * 2 ** 20 },
  bytesPerSecond: 80e6,
};
