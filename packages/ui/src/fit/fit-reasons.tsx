import type { FitReason, FitReport } from '@tabmind/model-registry';
import { For, type JSX, Show } from 'solid-js';
import { FitMark } from './fit-mark.jsx';
import { fitSentence } from './fit-sentence.js';
import { variantSentence } from './variant-sentence.js';

export interface FitReasonsProps {
  readonly report: FitReport;
  /** `against` leaves out what says that the model fits, and which variant was chosen. @default all */
  readonly show?: 'all' | 'against';
}

/** What was looked at, what decides first; the limits that are met in one line, and last the chosen variant. */
export function FitReasons(props: FitReasonsProps): JSX.Element {
  const sizes = () => (props.report.isEstimated ? 'estimated' : 'exact');
  const isAll = () => props.show !== 'against';
  const told = () => props.report.reasons.filter((reason) => (isAll() ? !isMetLimit(reason) : reason.says !== 'fits'));
  const metLimits = () => (isAll() ? props.report.reasons.filter(isMetLimit).length : 0);

  return (
    <ul class="tm tm-fit-reasons" aria-label="Reasons">
      <For each={told()}>{(reason) => <Line says={reason.says}>{fitSentence(reason, sizes())}</Line>}</For>
      <Show when={metLimits() > 0}>
        <Line says="fits">This graphics processor meets {metLimits()} requirements of the model</Line>
      </Show>
      <Show when={isAll() && variantSentence(props.report)}>
        {(sentence) => <li class="tm-fit-variant">{sentence()}</li>}
      </Show>
    </ul>
  );
}

function Line(props: { readonly says: FitReason['says']; readonly children: JSX.Element }): JSX.Element {
  return (
    <li data-says={props.says}>
      <FitMark says={props.says} />
      <span>{props.children}</span>
    </li>
  );
}

function isMetLimit({ kind, says }: FitReason): boolean {
  return kind === 'limit' && says === 'fits';
}
