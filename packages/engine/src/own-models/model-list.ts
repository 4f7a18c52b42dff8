import type { ModelConfig } from '@tabmind/model-registry';
import type { EngineErrorData } from '../errors/engine-error.js';
import { errorData } from '../errors/error-data.js';
import type { EngineContext } from '../machine/engine-context.js';
import { findModel } from '../machine/find-model.js';
import { unknownModel } from '../machine/unknown-model.js';

/** Why a model can't join the list; `null` where it can. Ids of models and of their variants are one space. */
export function refusedAddition(models: readonly ModelConfig[], { id, variants }: ModelConfig): EngineErrorData | null {
  const taken = [id, ...variants.map((variant) => variant.id)].find((candidate) => findModel(models, candidate));
  return taken === undefined ? null : errorData('invalid-request', 'This model is here already.', taken);
}

/** Why a model can't leave the list; `null` where it can. */
export function refusedRemoval(context: EngineContext, modelId: string): EngineErrorData | null {
  const model = findModel(context.models, modelId);
  if (model === undefined) return unknownModel(modelId);
  const { target, resident, next, downloads } = context;
  const inUse = [
    target?.model,
    resident?.model,
    next?.type === 'load' ? next.model : undefined,
    ...downloads.map((download) => download.model),
  ];
  return inUse.includes(model) ? errorData('busy', `${model.name} is loaded, or on its way.`) : null;
}
