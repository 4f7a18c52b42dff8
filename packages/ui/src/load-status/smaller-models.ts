import type { ModelConfig } from '@tabmind/model-registry';
import { type FitAnswer, knownReport } from '../fit/create-fit-reports.js';

/** Those with fewer parameters than this one, the largest first. */
export function smallerModels(models: readonly ModelConfig[], { parameters }: ModelConfig): readonly ModelConfig[] {
  return models
    .filter((model) => model.parameters.value < parameters.value)
    .toSorted((a, b) => b.parameters.value - a.parameters.value);
}

/** The first that may begin by itself; `undefined` too while one before it is not assessed, so that an offer never changes. */
export function smallerThatMayBegin(
  models: readonly ModelConfig[],
  answers: ReadonlyMap<string, FitAnswer>,
): ModelConfig | undefined {
  const settled = models.findIndex(({ id }) => {
    const answer = answers.get(id);
    return answer === undefined || answer === 'pending' || knownReport(answer)?.mayBegin === true;
  });
  const first = models[settled];
  return first && knownReport(answers.get(first.id)) && first;
}
