import { GUIDE_MODEL, type ModelConfig } from '@tabmind/model-registry';
import { startModelHost } from '../../../../tools/model-host/model-host.mjs';
import type { Space, SpaceOptions } from '../../../../tools/model-host/space.js';

/** A second model, from a host that redirects every file to a CDN on another origin. */
export interface HostedFable {
  readonly model: ModelConfig;
  /** Where it is served: makes trouble on command, and knows what it sent. */
  readonly space: Space;
  close(): Promise<void>;
}

/** The Guide's weights under another name, as a host of models serves them. */
export async function hostFable(options: SpaceOptions): Promise<HostedFable> {
  const host = await startModelHost();
  const space = await host.createSpace(options);
  const [guide] = GUIDE_MODEL.variants;
  const { sha256: _pinned, ...figures } = guide;
  const { modelUrl, libraryUrl, totalBytes } = space;
  return {
    space,
    model: {
      ...GUIDE_MODEL,
      id: 'fable',
      tier: 'starter',
      name: 'Fable',
      description: 'A second model, from a host that redirects.',
      variants: [
        {
          ...figures,
          id: 'fable-q0f32-MLC',
          modelUrl,
          libraryUrl,
          downloadBytes: {
            value: Math.round(totalBytes * 1.1),
            estimated: true,
            source: 'a guess, to be replaced by the host’s own list',
          },
        },
      ],
    },
    close: () => host.close(),
  };
}
