import type { EngineErrorData, FinishReason } from '@tabmind/engine';

/** How far an answer is. */
export type AnswerStatus =
  | { readonly state: 'streaming' }
  | { readonly state: 'done'; readonly finishReason: FinishReason }
  /** Ended by the person; the text so far stays. */
  | { readonly state: 'stopped' }
  /** Ended with the tab, which was reloaded, closed or killed; the text so far stays. */
  | { readonly state: 'interrupted' }
  | { readonly state: 'failed'; readonly error: EngineErrorData };

export interface UserMessage {
  readonly role: 'user';
  /** Unique in its conversation. */
  readonly id: string;
  readonly text: string;
}

export interface AssistantMessage {
  readonly role: 'assistant';
  /** Unique in its conversation. */
  readonly id: string;
  /** Markdown, as the model wrote it. */
  readonly text: string;
  /** As shown to people; `null` where none was loaded when the question was sent. */
  readonly modelName: string | null;
  /** Further models, in turn, that went on with an answer which another one had begun. */
  readonly continuedBy?: readonly string[];
  readonly status: AnswerStatus;
}

export type Message = UserMessage | AssistantMessage;
