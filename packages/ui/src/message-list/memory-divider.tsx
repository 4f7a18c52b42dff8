import type { JSX } from 'solid-js';
import { modelNameParts } from '../format/model-name.js';

export interface MemoryDividerProps {
  /** As the registry has it. */
  readonly modelName: string;
  /** Tokens. */
  readonly contextWindow: number;
}

/** The line under which a model still sees the conversation. */
export function MemoryDivider(props: MemoryDividerProps): JSX.Element {
  const words = () =>
    `Earlier messages no longer fit ${modelNameParts(props.modelName).title}’s ${props.contextWindow.toLocaleString('en')}-token memory`;
  return (
    <div class="tm tm-divider">
      <hr aria-label={words()} />
      <span aria-hidden="true">{words()}</span>
    </div>
  );
}
