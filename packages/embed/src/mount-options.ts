import type { Engine } from '@tabmind/engine';

export interface MountOptions {
  /** The host's own: pieces share it, and none of them disposes it. */
  readonly engine: Engine;
}

/** Takes the piece out of the page and leaves no trace of it. A second call does nothing. */
export type Dispose = () => void;
