import { Models } from '@tabmind/ui';
import { checkMount } from './check-mount.js';
import type { Dispose, MountOptions } from './mount-options.js';
import { mountPiece } from './mount-piece.js';

/**
 * Puts the models panel into `el`, beside whatever `el` holds: the engine's models, and the load under way.
 *
 * @returns what takes it out again; a load goes on
 * @throws EngineError `invalid-request` without an element or an engine
 */
export function mountModels(el: HTMLElement, options: MountOptions): Dispose {
  checkMount('mountModels', el, options);
  const { engine } = options;
  return mountPiece('models', el, () => <Models engine={engine} />);
}
