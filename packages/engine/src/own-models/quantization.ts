import { floatBytes, type SourcedFigure } from '@tabmind/model-registry';

/** Kernels compiled for float16 begin with `enable f16;`, which a device without this feature refuses. */
const FLOAT16_FEATURE = 'shader-f16';

/** MLC's most common one, taken where nobody tells. */
const USUAL = 'q4f16_1';

/** Parameters of a model whose size nobody tells. */
const GUESSED_PARAMETERS = 1e9;

/** MLC's word for how the weights are packed, out of a name such as `Qwen3-0.6B-q4f16_1-MLC`. */
export function quantizationOf(name: string): string {
  return /q\d+b?f\d+(?:_[a-z\d]+)?/.exec(name)?.[0] ?? USUAL;
}

export function featuresOf(quantization: string): readonly string[] {
  return floatBytes(quantization) === 2 ? [FLOAT16_FEATURE] : [];
}

/** Bits of one packed weight; `null` where weights are not packed. Source: mlc-ai/mlc-llm, `quantization/quantization.py`. */
export function packedBits(quantization: string): number | null {
  if (/^e\dm\d/.test(quantization)) return 8;
  const bits = Number(/^q(\d+)/.exec(quantization)?.[1] ?? 0);
  return bits === 0 ? null : bits;
}

/** Bits of a parameter as its host stores it: packed ones share a 16-bit scale in groups of 32. */
export function storedBits(quantization: string): number {
  const bits = packedBits(quantization);
  return bits === null ? 16 : bits + 16 / 32;
}

/** Bits of a parameter on the GPU, where float32 stays as wide as it computes. */
export function residentBits(quantization: string): number {
  const wide = floatBytes(quantization) * 8;
  const bits = packedBits(quantization);
  return bits === null ? wide : bits + wide / 32;
}

/** How many parameters a model has, as its name says: `360M`, `1.5B`. */
export function sizeInName(name: string): SourcedFigure {
  const [, figure, unit] = /(?<![\w.])(\d+(?:\.\d+)?)(B|M)(?![a-z])/i.exec(name) ?? [];
  if (figure === undefined) return { value: GUESSED_PARAMETERS, estimated: true, source: 'A guess: nobody tells it' };
  const value = Math.round(Number(figure) * (unit?.toUpperCase() === 'B' ? 1e9 : 1e6));
  return { value, estimated: true, source: 'The model’s name' };
}
