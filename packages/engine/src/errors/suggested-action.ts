/** What a person could do about an error. Whoever shows it offers what it can, and leaves the others out. */
export type SuggestedAction =
  /** The same call once more. Suggested where, and only where, an error is `retryable`. */
  | 'retry'
  /** Delete stored models, or make room on the disk. */
  | 'free-space'
  | 'choose-smaller-model'
  | 'choose-other-model'
  /** Read which browsers have WebGPU, and how it is turned on. */
  | 'open-webgpu-help'
  | 'check-connection'
  | 'shorten-message'
  /** Until what is under way has ended. */
  | 'wait'
  | 'reload-page'
  /** Hand the technical detail to whoever makes the app: it is a fault of theirs, or of ours. */
  | 'report';
