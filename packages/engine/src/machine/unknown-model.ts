import type { EngineErrorData } from '../errors/engine-error.js';
import { errorData } from '../errors/error-data.js';

export function unknownModel(modelId: string): EngineErrorData {
  return errorData('model-unknown', `There is no model named “${modelId}” here.`);
}
