import type { FitReport } from '@tabmind/model-registry';
import type { JSX } from 'solid-js';
import { FitMark } from './fit-mark.jsx';
import { verdictWord } from './verdict-word.js';

/** Whether a model fits this device: a word and a shape. */
export function FitVerdict(props: { readonly report: Pick<FitReport, 'verdict'> }): JSX.Element {
  return (
    <span class="tm tm-fit-verdict" data-verdict={props.report.verdict}>
      <FitMark says={props.report.verdict} />
      {verdictWord(props.report)}
    </span>
  );
}
