import { Chat, createConversationStore } from '@tabmind/ui';
import { onCleanup } from 'solid-js';
import { checkKeep, checkMount } from './check-mount.js';
import type { Dispose, MountChatOptions } from './mount-options.js';
import { mountPiece } from './mount-piece.js';

/**
 * Puts a chat with a conversation of its own into `el`, beside whatever `el` holds. It fills `el`: give that a height.
 * It stores nothing unless `keep` says so.
 *
 * @returns what takes it out again, ending an answer that this chat is waiting for
 * @throws EngineError `invalid-request` without an element or an engine, or where `keep` is neither a boolean nor a name
 * @example
 * const engine = createEngine();
 * const dispose = mountChat(document.querySelector('#chat'), { engine });
 * await engine.load('guide');
 */
export function mountChat(el: HTMLElement, options: MountChatOptions): Dispose {
  checkMount('mountChat', el, options);
  const { engine, keep = false, handOver } = options;
  checkKeep(keep);
  return mountPiece('chat', el, () => {
    const store = keep === false ? undefined : createConversationStore(keep === true ? undefined : keep);
    onCleanup(() => store?.close());
    return <Chat engine={engine} store={store} handOver={handOver} />;
  });
}
