import type { HandOverOptions } from '@tabmind/engine';

type Moves = NonNullable<HandOverOptions['moves']>;

const key = 'tabmind.moves';
const known: readonly Moves[] = ['next-message', 'on-request', 'never'];

/** When the chat moves to a model that has arrived, as it was chosen before; `undefined` where it was not, or storage is denied. */
export function readMoves(): Moves | undefined {
  try {
    const kept = localStorage.getItem(key);
    return known.find((moves) => moves === kept);
  } catch {
    return undefined;
  }
}

/** Where storage is denied the choice holds for this page. */
export function keepMoves(moves: Moves): void {
  try {
    localStorage.setItem(key, moves);
  } catch {
    // Denied, or full.
  }
}
