import type { DownloadingSnapshot, EngineSnapshot } from '@tabmind/engine';
import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { Chat } from '../chat-state/create-chat.js';

/** What a screen reader is told of the engine: the steps that matter, never a figure that counts. */
export function stateAnnouncement(snapshot: EngineSnapshot): string {
  switch (snapshot.state) {
    case 'downloading':
      return downloadAnnouncement(snapshot);
    case 'checking':
    case 'loading':
    case 'compiling':
      return `${snapshot.model.name} is loading.`;
    case 'ready':
      return `${snapshot.model.name} is ready.`;
    case 'idle':
      return 'No model is loaded.';
    case 'cancelling':
    case 'unloading':
    case 'error':
      return '';
  }
}

/** Stalls and tries come and go, and are left to those who look. */
function downloadAnnouncement({ activity, model }: DownloadingSnapshot): string {
  if (activity === 'paused') return `${model.name} is paused.`;
  if (activity === 'offline') return `Offline. ${model.name} goes on loading by itself when the line is back.`;
  return `${model.name} is loading.`;
}

/**
 * What a screen reader is told of a conversation: that an answer is being made, then the whole of it at once.
 *
 * @param shown the element in which the messages are; an answer is read as it looks there, without its markup
 */
export function createAnswerAnnouncement(chat: Chat, shown: () => HTMLElement): Accessor<string> {
  const [words, setWords] = createSignal('');
  const lastState = () => {
    const last = chat.messages.at(-1);
    return last?.role === 'assistant' ? last.status.state : null;
  };
  createEffect(
    on(lastState, (state) => {
      if (state === null) setWords('');
      else if (state === 'streaming') setWords('Answering…');
      else setWords(wordsOf([...shown().querySelectorAll('[data-role="assistant"]')].at(-1)));
    }),
  );
  return words;
}

/** Block after block; a failure is left out, as its card is an alert by itself. */
function wordsOf(answer: Element | undefined): string {
  const blocks = answer?.querySelectorAll('.tm-markdown-block, .tm-message-note') ?? [];
  return [...blocks].map(({ textContent }) => textContent).join(' ');
}
