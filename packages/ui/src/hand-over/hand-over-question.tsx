import type { AskingHandOver } from '@tabmind/engine';
import { type JSX, Show } from 'solid-js';
import { FitReasons } from '../fit/fit-reasons.jsx';
import { formatSize } from '../format/bytes.js';
import { modelNameParts } from '../format/model-name.js';

export interface HandOverQuestionProps {
  readonly asking: AskingHandOver;
  readonly onConsent: () => void;
  readonly onRefuse: () => void;
  /** Opens a list of models. Offered where given. */
  readonly onChooseModel?: (() => void) | undefined;
}

/** Whether a better model may come, and what speaks against it; or that it can't, and why. */
export function HandOverQuestion(props: HandOverQuestionProps): JSX.Element {
  const name = () => modelNameParts(props.asking.model.name).title;
  const size = () =>
    formatSize(props.asking.report.missingBytes, props.asking.report.isEstimated ? 'estimated' : 'exact');
  const canRun = () => props.asking.question === 'may-it-begin';

  return (
    <section class="tm-hand-over-question" aria-label={`${name()} instead`}>
      <p class="tm-hand-over-title">
        {canRun()
          ? `Shall ${name()}, a larger model, take over this chat?`
          : `${name()}, the larger model, can’t run here.`}
      </p>
      <FitReasons report={props.asking.report} show="against" />
      <div class="tm-hand-over-offers">
        <Show when={canRun()}>
          <button type="button" class="tm-button" data-kind="primary" onClick={() => props.onConsent()}>
            {props.asking.report.missingBytes > 0 ? `Download ${size()}` : `Use ${name()}`}
          </button>
        </Show>
        <Show when={props.onChooseModel}>
          {(choose) => (
            <button type="button" class="tm-button" onClick={() => choose()()}>
              Other models
            </button>
          )}
        </Show>
        <button type="button" class="tm-button" data-kind="quiet" onClick={() => props.onRefuse()}>
          Not now
        </button>
      </div>
    </section>
  );
}
