import { type FitReport, lacksOf, type ModelConfig, RUNTIME_LIMITS } from '@tabmind/model-registry';
import { EngineError } from '../errors/engine-error.js';
import { engineError, errorData } from '../errors/error-data.js';
import { gpuTooSmall } from './web-llm-errors.js';

/** Why a model can't run on this GPU at all, whatever a person says; `null` where it could. */
export function cannotRun({ name }: ModelConfig, report: FitReport): EngineError | null {
  const lacks = lacksOf(report);
  const features = lacks.flatMap((lack) => (lack.kind === 'feature' ? [lack.name] : []));
  if (features.includes('shader-f16')) {
    const message = `${name} computes with 16-bit numbers, which this graphics processor can’t.`;
    return engineError('shader-f16-missing', message);
  }
  if (features.length > 0) {
    const message = `${name} needs what this graphics processor lacks: ${features.join(', ')}.`;
    return engineError('gpu-limit-exceeded', message);
  }
  const lack = lacks.find(({ kind }) => kind === 'limit');
  if (lack?.kind !== 'limit') return null;
  const limit = { name: lack.name, needed: lack.needed, available: lack.available };
  const floors: Readonly<Record<string, number>> = RUNTIME_LIMITS;
  if (limit.needed <= (floors[limit.name] ?? 0)) return gpuTooSmall(limit);
  const message = `${name} needs larger buffers than this graphics processor gives.`;
  return new EngineError({ ...errorData('gpu-limit-exceeded', message), limit });
}
