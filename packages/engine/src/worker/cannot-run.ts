import { type FitReport, type ModelConfig, RUNTIME_LIMITS } from '@tabmind/model-registry';
import { EngineError } from '../errors/engine-error.js';
import { engineError, errorData } from '../errors/error-data.js';
import type { GpuLimit } from '../errors/error-figures.js';
import { gpuTooSmall } from './web-llm-errors.js';

/** Why a model can't run on this GPU at all, whatever a person says; `null` where it could. */
export function cannotRun({ name }: ModelConfig, { reasons }: FitReport): EngineError | null {
  const features = reasons.flatMap((reason) => (reason.kind === 'feature' ? [reason.name] : []));
  if (features.includes('shader-f16')) {
    const message = `${name} computes with 16-bit numbers, which this graphics processor can’t.`;
    return engineError('shader-f16-missing', message);
  }
  if (features.length > 0) {
    const message = `${name} needs what this graphics processor lacks: ${features.join(', ')}.`;
    return engineError('gpu-limit-exceeded', message);
  }
  const [limit] = reasons.flatMap((reason): GpuLimit[] => {
    if (reason.kind !== 'limit' || reason.says === 'fits') return [];
    return [{ name: reason.name, needed: reason.needed, available: reason.available }];
  });
  if (limit === undefined) return null;
  const floors: Readonly<Record<string, number>> = RUNTIME_LIMITS;
  if (limit.needed <= (floors[limit.name] ?? 0)) return gpuTooSmall(limit);
  const message = `${name} needs larger buffers than this graphics processor gives.`;
  return new EngineError({ ...errorData('gpu-limit-exceeded', message), limit });
}
