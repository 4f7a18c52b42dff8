import type { Engine, HandOver } from '@tabmind/engine';

export interface MountOptions {
  /** The host's own: pieces share it, and none of them disposes it. */
  readonly engine: Engine;
}

export interface MountChatOptions extends MountOptions {
  /**
   * Whether the conversation outlives the page: it is then kept in IndexedDB of the page's origin, and comes back after a
   * reload. A name keeps it apart from other chats of the origin. @default false
   */
  readonly keep?: boolean | string;
  /** Brings a better model while another one talks: the chat shows how, and moves with its next message. The host's own. */
  readonly handOver?: HandOver;
}

/** Takes the piece out of the page and leaves no trace of it. A second call does nothing. */
export type Dispose = () => void;
