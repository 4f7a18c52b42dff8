import type { Message } from '../chat-state/message.js';

const LONGEST = 60;

/** What a conversation is called by itself: the first line of its first question, cut between words. */
export function titleOf(messages: readonly Message[]): string {
  const question = messages.find(({ role }) => role === 'user')?.text ?? '';
  const [line = ''] = question.trim().split('\n');
  const words = line.replace(/\s+/g, ' ').trim();
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST);
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > LONGEST / 2 ? lastSpace : LONGEST)}…`;
}
