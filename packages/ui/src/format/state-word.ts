import type { EngineSnapshot } from '@tabmind/engine';
import type { LoadActivity } from './load-activity.js';

const downloadWords: Readonly<Record<LoadActivity, string>> = {
  transferring: 'Downloading',
  stalled: 'Stalled',
  retrying: 'Retrying',
  offline: 'Offline',
  paused: 'Paused',
};

/** The engine's state in a word or two, for places where a line would be too much. */
export function stateWord(snapshot: EngineSnapshot): string {
  switch (snapshot.state) {
    case 'idle':
      return 'Not loaded';
    case 'checking':
      return 'Checking';
    case 'awaitingConsent':
      return 'Asks first';
    case 'downloading':
      return `${downloadWords[snapshot.activity]} ${Math.floor(snapshot.progress.percentage)} %`;
    case 'loading':
      return 'Loading';
    case 'compiling':
      return 'Compiling';
    case 'recovering':
      return 'Coming back';
    case 'ready':
      return { resting: 'Ready', generating: 'Answering', stopping: 'Stopping' }[snapshot.activity];
    case 'cancelling':
      return 'Cancelling';
    case 'unloading':
      return 'Unloading';
    case 'error':
      return 'Failed';
  }
}
