import type { ModelConfig } from '@tabmind/model-registry';
import { inject } from 'vitest';
import { connectModelHost } from '../../../../tools/model-host/client.mjs';
import type { HostedFile, Space, SpaceOptions } from '../../../../tools/model-host/space.js';
import { hostedModel } from './hosted-model.js';

export interface Hosted {
  readonly space: Space;
  readonly model: ModelConfig;
  /** Bytes of all its files. */
  readonly total: number;
  file(path: string): HostedFile;
  /** Bytes that the host has sent, of one file or of all. */
  sent(path?: string): Promise<number>;
}

/** A model of its own on the model host that runs beside the tests. */
export async function host(options: SpaceOptions): Promise<Hosted> {
  const space = await connectModelHost(inject('modelHost')).createSpace(options);
  return {
    space,
    model: hostedModel(space),
    total: space.totalBytes,
    file(path) {
      const found = space.files.find((candidate) => candidate.path === path);
      if (found === undefined) throw new Error(`The model has no ${path}.`);
      return found;
    },
    async sent(path) {
      const { deliveries } = await space.log();
      const counted = deliveries.filter((delivery) => path === undefined || delivery.path === path);
      return counted.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
    },
  };
}
