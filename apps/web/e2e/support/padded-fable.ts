import type { Space, SpaceOptions } from '../../../../tools/model-host/space.js';

const MiB = 2 ** 20;

/** Fable with four shards of 12 MiB more, over a line that leaves time to act: about five seconds for all of it. */
export const paddedFable: SpaceOptions = {
  model: { kind: 'guide', paddingShards: 4, paddingBytes: 12 * MiB },
  bytesPerSecond: 12e6,
};

/** Bytes after which each of the four connections has stored a step, and none has all of its shard. */
export const midDownload = 28e6;

/** Bytes that may be fetched again after a cut: of each of four connections the step of 4 MiB that was not full. */
export const unstored = 4 * 4 * MiB;

/** What a space has sent, and how much of it went on inside a file. */
export interface Sent {
  /** Beyond the bytes of the model: what was sent again. */
  readonly again: number;
  /** Files that more than one answer brought. */
  readonly inParts: readonly string[];
  /** Where answers began that did not begin with their file. */
  readonly resumedAt: readonly number[];
}

export async function sentBy(space: Space): Promise<Sent> {
  const { deliveries } = await space.log();
  const paths = deliveries.map(({ path }) => path);
  return {
    again: deliveries.reduce((sum, { sentBytes }) => sum + sentBytes, -space.totalBytes),
    inParts: [...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))],
    resumedAt: deliveries.map(({ from }) => from).filter((from) => from > 0),
  };
}
