/**
 * The part of web-llm's chat options that a variant pins, under web-llm's own names: it goes into
 * `ModelRecord.overrides` as it is, and there replaces what the host's `mlc-chat-config.json` says.
 */
export interface ChatOverrides {
  /** Tokens that prompt and answer share. */
  readonly context_window_size: number;
  /** Recurrent states kept for rolling back, of models with linear attention. */
  readonly max_history_size?: number;
  readonly temperature?: number;
  readonly top_p?: number;
  readonly presence_penalty?: number;
  /** Fields of the conversation template. */
  readonly conv_config?: {
    /** Stands between the assistant's role and the first token of its answer. */
    readonly role_empty_sep: string;
  };
}
