import type { EngineSnapshot } from '@tabmind/engine';
import type { Message } from '../chat-state/message.js';

/** What a screen reader is told of a conversation: that an answer is coming, then the whole of it. */
export function messageAnnouncement(last: Message | undefined): string {
  if (last?.role !== 'assistant') return '';
  const { text, status } = last;
  switch (status.state) {
    case 'streaming':
      return 'Answering…';
    case 'done':
      return text;
    case 'stopped':
      return `${text} Stopped.`;
    case 'failed':
      return text;
  }
}

/** What a screen reader is told of the engine: the steps that matter, never a figure that counts. */
export function stateAnnouncement(snapshot: EngineSnapshot): string {
  switch (snapshot.state) {
    case 'checking':
    case 'downloading':
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
