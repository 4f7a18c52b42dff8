import type { HandOver, HandOverSnapshot } from '@tabmind/engine';
import { For, type JSX } from 'solid-js';
import { createHandOverState } from './create-hand-over-state.js';

type Moves = HandOverSnapshot['moves'];

export interface MoveSettingProps {
  readonly handOver: HandOver;
}

const choices: readonly (readonly [Moves, string])[] = [
  ['next-message', 'With the next message'],
  ['on-request', 'When I say so'],
  ['never', 'Never'],
];

/** When a chat moves to a model that has come in the background. */
export function MoveSetting(props: MoveSettingProps): JSX.Element {
  const snapshot = createHandOverState(props.handOver);
  const choose = (chosen: string) => {
    const moves = choices.find(([value]) => value === chosen)?.[0];
    if (moves !== undefined) props.handOver.send({ type: 'moves.set', moves });
  };

  return (
    <label class="tm tm-move-setting">
      <span>Move to a model that has arrived</span>
      <select value={snapshot().moves} onChange={(event) => choose(event.currentTarget.value)}>
        <For each={choices}>{([value, words]) => <option value={value}>{words}</option>}</For>
      </select>
    </label>
  );
}
