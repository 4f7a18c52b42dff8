import { Chat } from '@tabmind/ui';
import { checkMount } from './check-mount.js';
import type { Dispose, MountOptions } from './mount-options.js';
import { mountPiece } from './mount-piece.js';

/**
 * Puts a chat with a conversation of its own into `el`, beside whatever `el` holds. It fills `el`: give that a height.
 *
 * @returns what takes it out again, ending an answer that this chat is waiting for
 * @throws EngineError `invalid-request` without an element or an engine
 * @example
 * const engine = createEngine();
 * const dispose = mountChat(document.querySelector('#chat'), { engine });
 * await engine.load('guide');
 */
export function mountChat(el: HTMLElement, options: MountOptions): Dispose {
  checkMount('mountChat', el, options);
  const { engine } = options;
  return mountPiece('chat', el, () => <Chat engine={engine} />);
}
