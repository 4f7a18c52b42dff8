import { type Engine, EngineError, type EngineSnapshot, toErrorData } from '@tabmind/engine';
import type { FitReport } from '@tabmind/model-registry';
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';

/** What is known of a model's fit: its report, that it is not there yet, or why there is none. */
export type FitAnswer = FitReport | 'pending' | EngineError;

/**
 * Assesses these models one after the other, while the GPU has nothing else to do. Ends with the owner that called this.
 *
 * @param modelIds in the order in which they are looked at; a new list has each of them looked at again, and what was
 *   known stays until then
 * @returns by the model's id
 */
export function createFitReports(
  engine: Pick<Engine, 'assess' | 'getSnapshot' | 'subscribe'>,
  modelIds: Accessor<readonly string[]>,
): Accessor<ReadonlyMap<string, FitAnswer>> {
  const snapshot = createEngineState(engine);
  const gpu = createMemo(() => gpuUse(snapshot()));
  const [answers, setAnswers] = createSignal<ReadonlyMap<string, FitAnswer>>(new Map());
  let due: readonly string[] = [];

  const assessDue = async (signal: AbortSignal) => {
    for (const id of due) {
      const answer = await engine.assess(id, { signal }).catch((thrown) => new EngineError(toErrorData(thrown)));
      if (signal.aborted) return;
      due = due.filter((other) => other !== id);
      setAnswers((known) => new Map(known).set(id, answer));
    }
  };

  createEffect(
    on([modelIds, gpu], ([ids, use], before) => {
      if (ids !== before?.[0]) {
        due = ids;
        setAnswers((known) => new Map(ids.map((id) => [id, known.get(id) ?? 'pending'])));
      }
      if (use === 'busy') return;
      const abort = new AbortController();
      onCleanup(() => abort.abort());
      void assessDue(abort.signal);
    }),
  );
  return answers;
}

/** The report in it, where there is one. */
export function knownReport(answer: FitAnswer | undefined): FitReport | undefined {
  return typeof answer === 'object' && 'verdict' in answer ? answer : undefined;
}

/** A trial beside a load or an answer could take the memory that these need. */
function gpuUse(now: EngineSnapshot): 'busy' | 'resting' {
  switch (now.state) {
    case 'ready':
      return now.activity === 'resting' ? 'resting' : 'busy';
    case 'idle':
    case 'awaitingConsent':
    case 'downloading':
    case 'error':
      return 'resting';
    case 'checking':
    case 'loading':
    case 'compiling':
    case 'recovering':
    case 'cancelling':
    case 'unloading':
      return 'busy';
  }
}
