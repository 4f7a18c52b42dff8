import type { DownloadingSnapshot, EngineSnapshot } from '@tabmind/engine';
import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { Chat } from '../chat-state/create-chat.js';
import { consentSentence } from '../fit/consent-sentence.js';

/** What a screen reader is told of the engine: the steps that matter, never a figure that counts. */
export function stateAnnouncement(snapshot: EngineSnapshot): string {
  switch (snapshot.state) {
    case 'downloading':
      return downloadAnnouncement(snapshot);
    case 'awaitingConsent':
      return `${consentSentence(snapshot.model.name, snapshot.fit)} It is loaded once you say so.`;
    case 'recovering':
      return `Bringing ${snapshot.model.name} back…`;
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
 * What a screen reader is told of a conversation: that an answer is being made, then the whole of it at once, or the new
 * part of one that was continued; and that an earlier conversation is back.
 *
 * @param shown the element in which the messages are; an answer is read as it looks there, without its markup
 */
export function createAnswerAnnouncement(chat: Chat, shown: () => HTMLElement): Accessor<string> {
  const [words, setWords] = createSignal('');
  let before = '';
  const lastState = () => {
    const last = chat.messages.at(-1);
    return last?.role === 'assistant' ? last.status.state : null;
  };
  createEffect(
    on(lastState, (state, earlier) => {
      const answer = [...shown().querySelectorAll('[data-role="assistant"]')].at(-1);
      if (state === null) {
        setWords('');
      } else if (state === 'streaming') {
        before = textOf(answer).trimEnd();
        setWords('Answering…');
      } else if (earlier === 'streaming') {
        const text = textOf(answer);
        setWords(`${text.startsWith(before) ? text.slice(before.length) : text} ${noteOf(answer)}`);
      } else {
        setWords(`Your last conversation is back. ${noteOf(answer)}`);
      }
    }),
  );
  return words;
}

/** Block after block; a failure is left out, as its card is an alert by itself. */
function textOf(answer: Element | undefined): string {
  return wordsOf(answer, '.tm-markdown-block');
}

function noteOf(answer: Element | undefined): string {
  return wordsOf(answer, '.tm-message-note');
}

function wordsOf(answer: Element | undefined, parts: string): string {
  return [...(answer?.querySelectorAll(parts) ?? [])].map(({ textContent }) => textContent).join(' ');
}
