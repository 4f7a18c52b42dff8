import {
  assess,
  type DeviceReport,
  type FitReport,
  type GpuTrial,
  type ModelConfig,
  type ModelVariant,
} from '@tabmind/model-registry';
import { freeRoom } from '../store/free-room.js';
import type { ModelStore } from '../store/model-store.js';
import { cannotRun } from './cannot-run.js';
import type { GpuDevices } from './gpu-devices.js';
import { tryGpuMemory } from './gpu-trial.js';
import type { HostStorage } from './host-storage.js';
import type { LineMeter } from './line-meter.js';
import { findAdapter, gpuReport } from './probe-gpu.js';

/** Bytes that are tried on a GPU whose memory is known otherwise: enough to see that it takes memory and runs a kernel. */
const SHORT_TRIAL = 64 * 2 ** 20;

const GIB = 2 ** 30;
/** Figures, in GiB, that Chromium reports of every device that has as much or more: on phones, and on the others. */
const CAPPED_MEMORY: readonly number[] = [8, 32];

type Memory = Pick<DeviceReport, 'memoryBytes' | 'memoryIsFloor'>;

/** Looks at what a model would run on. */
export class DeviceInspector {
  readonly #storage: HostStorage;
  readonly #devices: Pick<GpuDevices, 'requestUnwatched'>;
  readonly #line: LineMeter;
  #trial: GpuTrial | null = null;

  constructor(storage: HostStorage, devices: Pick<GpuDevices, 'requestUnwatched'>, line: LineMeter) {
    this.#storage = storage;
    this.#devices = devices;
    this.#line = line;
  }

  /**
   * The variant for this device, from what is known of it without trying anything.
   *
   * @throws EngineError where no variant runs on this GPU; AbortError
   */
  async variantFor(model: ModelConfig, signal: AbortSignal): Promise<ModelVariant> {
    const gpu = gpuReport(await findAdapter(signal), this.#trial);
    const device = { gpu, ...mainMemory(), freeStorageBytes: null, line: this.#line.report() };
    const report = assess(model, device, this.#preferences());
    const refusal = cannotRun(model, report);
    if (refusal !== null) throw refusal;
    return report.variant;
  }

  /** @throws EngineError `webgpu-unavailable`, `adapter-unavailable`, `storage-unavailable`; AbortError */
  async assess(model: ModelConfig, signal: AbortSignal): Promise<FitReport> {
    const [adapter, store, estimate] = await Promise.all([
      findAdapter(signal),
      this.#storage.store(),
      navigator.storage.estimate(),
    ]);
    const [known, storedBytes] = await whatIsStored(model, store);
    const look = (trial: GpuTrial | null, freeStorageBytes: number | null) =>
      assess(
        known,
        { gpu: gpuReport(adapter, trial), ...mainMemory(), freeStorageBytes, line: this.#line.report() },
        { ...this.#preferences(), storedBytes },
      );

    const first = look(this.#trial, null);
    const trial = await this.#tryMemory(adapter, first, signal);
    const { missingBytes } = look(trial, null);
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = estimate;
    const free = missingBytes === 0 ? null : await freeRoom(missingBytes, Math.max(0, quota - usage));
    signal.throwIfAborted();
    return look(trial, free);
  }

  /** The whole need where nobody else tells the GPU's memory; else a little, once. */
  async #tryMemory(adapter: GPUAdapter, { reasons, memory }: FitReport, signal: AbortSignal): Promise<GpuTrial> {
    const isMemoryUnknown = reasons.some((reason) => reason.kind === 'missing' && reason.input === 'gpu-memory');
    const wanted = isMemoryUnknown ? memory.totalBytes : Math.min(memory.totalBytes, SHORT_TRIAL);
    const known = this.#trial;
    if (known !== null && (known.outcome === 'held' ? known.bytes >= wanted : known.bytes <= wanted)) return known;
    const trial = await tryGpuMemory(this.#devices, adapter, 4 * Math.ceil(wanted / 4), signal);
    this.#trial = trial;
    return trial;
  }

  #preferences() {
    return { context: this.#storage.settings.context };
  }
}

/** The model with the sizes that its host has told, where it was asked before; and the bytes of each variant that are here. */
async function whatIsStored(
  model: ModelConfig,
  store: ModelStore,
): Promise<[ModelConfig, Readonly<Record<string, number>>]> {
  const records = new Map((await store.models()).map((record) => [record.variantId, record]));
  const withKnownSize = (variant: ModelVariant): ModelVariant => {
    const record = records.get(variant.id);
    if (!record?.totalIsExact) return variant;
    return { ...variant, downloadBytes: { value: record.totalBytes, estimated: false, source: 'the model’s host' } };
  };
  const [first, ...others] = model.variants;
  const variants = [withKnownSize(first), ...others.map(withKnownSize)] as const;
  const stored = await Promise.all(variants.map(async ({ id }) => [id, await store.wholeBytes(id)] as const));
  return [{ ...model, variants: [...variants] }, Object.fromEntries(stored)];
}

/** Chromium rounds its figure and caps it; other browsers tell none. */
function mainMemory(): Memory {
  const gibibytes: unknown = Reflect.get(navigator, 'deviceMemory');
  if (typeof gibibytes !== 'number') return { memoryBytes: null, memoryIsFloor: false };
  return { memoryBytes: gibibytes * GIB, memoryIsFloor: CAPPED_MEMORY.includes(gibibytes) };
}
