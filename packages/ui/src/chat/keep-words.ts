import type { KeepTrouble } from '../conversation-store/keep-trouble.js';

/** What a person is told where new messages are not kept. */
export function keepWords(trouble: KeepTrouble | null): string {
  switch (trouble) {
    case null:
      return '';
    case 'unavailable':
      return 'This window keeps no conversations: this one ends with the tab.';
    case 'full':
      return 'The browser’s storage is full: new messages end with the tab.';
    case 'outdated':
      return 'Tabmind was updated in another tab: new messages here end with the tab.';
  }
}
