import { EngineError } from '@tabmind/engine';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { type FitAnswer, knownReport } from '../fit/create-fit-reports.js';
import { FitDetails } from '../fit/fit-details.jsx';
import { FitMark } from '../fit/fit-mark.jsx';
import { fitSentence } from '../fit/fit-sentence.js';

export interface ModelFitProps {
  /** Only the facts are shown where nobody was asked. */
  readonly fit: FitAnswer | undefined;
  readonly facts: string;
  /** Id of the line that says what speaks against the model. */
  readonly reasonId: string;
}

/** A model's figures, whether it fits this device, and what decides where something speaks against it. */
export function ModelFit(props: ModelFitProps): JSX.Element {
  const report = () => knownReport(props.fit);
  const decisive = () => {
    if (EngineError.isInstance(props.fit)) return props.fit.message;
    const [first] = report()?.verdict === 'fits' ? [] : (report()?.reasons ?? []);
    return first && fitSentence(first, report()?.isEstimated ? 'estimated' : 'exact');
  };

  return (
    <div class="tm-model-fit">
      <Switch fallback={<p class="tm-fit-facts">{props.facts}</p>}>
        <Match when={report()}>{(known) => <FitDetails report={known()} facts={props.facts} />}</Match>
        <Match when={props.fit === 'pending'}>
          <p class="tm-fit-line">
            <span class="tm-fit-verdict" data-verdict="pending">
              <FitMark says="pending" />
              Checking
            </span>
            <span class="tm-fit-facts">{props.facts}</span>
          </p>
        </Match>
      </Switch>
      <Show when={decisive()}>
        {(sentence) => (
          <p class="tm-model-reason" id={props.reasonId}>
            {sentence()}
          </p>
        )}
      </Show>
    </div>
  );
}
