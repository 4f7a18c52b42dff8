import { type ModelConfig, type ModelVariant, requireLimits, type SourcedFigure } from '@tabmind/model-registry';
import { engineError } from '../errors/error-data.js';
import { checkAddresses, type ModelAddresses, placeOf } from './address.js';
import { countVRAM, estimateMemory, MOST_CONTEXT } from './memory.js';
import { featuresOf, quantizationOf, sizeInName, storedBits } from './quantization.js';

/** What is known of a model beyond its addresses. What is left out is estimated from its name. */
type KnownFigures = Partial<
  Pick<ModelConfig, 'id' | 'name' | 'description' | 'parameters' | 'licence'> &
    Pick<
      ModelVariant,
      | 'quantization'
      | 'contextWindow'
      | 'overrides'
      | 'memory'
      | 'requiredVRAM'
      | 'requiredFeatures'
      | 'downloadBytes'
      | 'sha256'
    >
>;

export interface OwnModelOptions extends ModelAddresses, KnownFigures {}

/**
 * A model of one's own, for `createEngine({ models })` and `engine.addModel`. Nothing is fetched: figures that are left
 * out come from the name, as MLC's are (`SmolLM2-360M-Instruct-q4f16_1-MLC`), and are marked as estimated.
 * `engine.readModel` asks the host for the true ones.
 *
 * @throws EngineError `invalid-request` where an address is missing or no web address, or the context window no number
 */
export function ownModel(options: OwnModelOptions): ModelConfig {
  checkAddresses(options);
  const { modelUrl, libraryUrl, contextWindow = MOST_CONTEXT } = options;
  if (!Number.isInteger(contextWindow) || contextWindow < 1) {
    throw engineError('invalid-request', 'The context window must be a whole number of tokens.', `${contextWindow}`);
  }
  const place = placeOf(modelUrl);
  const name = options.name ?? nameOf(place);
  const parameters = options.parameters ?? sizeInName(name);
  const quantization = options.quantization ?? quantizationOf(place);
  const memory = options.memory ?? estimateMemory(parameters.value, quantization, contextWindow);
  const downloadBytes = options.downloadBytes ?? estimateDownload(parameters, quantization);
  const id = options.id ?? place;
  const requiredVRAM = options.requiredVRAM ?? countVRAM(memory, contextWindow);
  const variant: ModelVariant = {
    id,
    quantization,
    modelUrl,
    libraryUrl,
    requiredVRAM,
    memory,
    requiredFeatures: options.requiredFeatures ?? featuresOf(quantization),
    requiredLimits: requireLimits(memory.largestBufferBytes),
    contextWindow,
    ...(options.overrides && { overrides: options.overrides }),
    downloadBytes,
    ...(options.sha256 && { sha256: options.sha256 }),
  };
  return {
    id,
    tier: 'quick',
    name,
    description: options.description ?? `A model of your own, from ${place}.`,
    sizeMB: Math.round(downloadBytes.value / 1e5) / 10,
    sizeIsEstimated: downloadBytes.estimated,
    modelUrl,
    requiredVRAM,
    contextWindow,
    parameters,
    licence: options.licence ?? { name: 'Unknown licence', source: `Nobody tells it here: see ${place}` },
    variants: [variant],
  };
}

/** The last part of its address, without what MLC ends every name with. */
function nameOf(place: string): string {
  const last = place.split('/').at(-1) ?? place;
  return last.replace(/-MLC$/, '') || place;
}

function estimateDownload(parameters: SourcedFigure, quantization: string): SourcedFigure {
  const value = Math.round((parameters.value * storedBits(quantization)) / 8);
  return { value, estimated: true, source: `${storedBits(quantization)} bits for each parameter` };
}
