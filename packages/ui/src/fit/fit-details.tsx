import type { FitReport } from '@tabmind/model-registry';
import type { JSX } from 'solid-js';
import { Icon } from '../icon/icon.jsx';
import { FitReasons } from './fit-reasons.jsx';
import { FitVerdict } from './fit-verdict.jsx';

export interface FitDetailsProps {
  readonly report: FitReport;
  /** The figures beside the verdict. */
  readonly facts: string;
}

/** The verdict beside the figures, with the reasons folded in. */
export function FitDetails(props: FitDetailsProps): JSX.Element {
  return (
    <details class="tm tm-fit-details">
      <summary>
        <FitVerdict report={props.report} />
        <span class="tm-fit-facts">{props.facts}</span>
        <Icon name="chevron" />
      </summary>
      <FitReasons report={props.report} />
    </details>
  );
}
