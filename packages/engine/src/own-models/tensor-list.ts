import { field } from '../download/fields.js';
import { packedBits } from './quantization.js';

/** What the tensors of a `tensor-cache.json` amount to. */
export interface TensorFigures {
  readonly parameters: number;
  /** Whether any were counted by how many a word holds, the padding of rows included. */
  readonly isPacked: boolean;
  /** As the GPU holds them: what is stored narrower is widened on load. */
  readonly weightBytes: number;
  readonly largestTensorBytes: number;
}

interface Tensor {
  readonly name: string;
  readonly dtype: string;
  readonly elements: number;
}

/** Scales and zero points say how weights are packed, and are none themselves. */
const BESIDE_WEIGHTS = /(?:scales?|zeros?)$/;

/** `null` where it lists no tensors. */
export function readTensorList(json: unknown, quantization: string): TensorFigures | null {
  const tensors = tensorsOf(json);
  if (tensors === null) return null;
  const bits = packedBits(quantization);
  let parameters = 0;
  let isPacked = false;
  let weightBytes = 0;
  let largestTensorBytes = 0;
  for (const { name, dtype, elements } of tensors) {
    const width = bitsOf(dtype);
    const bytes = (elements * width) / 8;
    weightBytes += bytes;
    largestTensorBytes = Math.max(largestTensorBytes, bytes);
    if (BESIDE_WEIGHTS.test(name)) continue;
    const holdsSeveral = bits !== null && /^u?int/.test(dtype);
    isPacked ||= holdsSeveral;
    parameters += holdsSeveral ? elements * Math.floor(width / bits) : elements;
  }
  return { parameters, isPacked, weightBytes, largestTensorBytes };
}

function tensorsOf(json: unknown): readonly Tensor[] | null {
  const shards = field(json, 'records');
  if (!Array.isArray(shards)) return null;
  const entries: unknown[] = shards.flatMap((shard: unknown) => field(shard, 'records') ?? []);
  const tensors = entries.map(tensorOf);
  const known = tensors.filter((tensor) => tensor !== null);
  return known.length > 0 && known.length === tensors.length ? known : null;
}

function tensorOf(entry: unknown): Tensor | null {
  const name = field(entry, 'name');
  const dtype = field(entry, 'dtype');
  const shape = field(entry, 'shape');
  if (typeof name !== 'string' || typeof dtype !== 'string' || !Array.isArray(shape)) return null;
  const elements = shape.reduce((product: number, length: unknown) => product * Number(length), 1);
  return elements >= 0 ? { name, dtype, elements } : null;
}

/** TVM's names end with their width, `bfloat16` say; `bool` and what is unknown is a byte. */
function bitsOf(dtype: string): number {
  return Number(/(?:float|int)(\d+)/.exec(dtype)?.[1] ?? 8);
}
