import {
  assess,
  type DeviceReport,
  type FitReport,
  type GpuTrial,
  type ModelConfig,
  type ModelVariant,
  mayHaveOwnMemory,
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

/** Two that tried the GPU's memory at once, in two tabs say, would take each other's. */
export const TRIAL_LOCK = 'tabmind-gpu-trial';

type Memory = Pick<DeviceReport, 'memoryBytes' | 'memoryIsFloor'>;

type InspectedDevices = Pick<GpuDevices, 'requestUnwatched' | 'allocatedBytes'>;

/** Looks at what a model would run on. */
export class DeviceInspector {
  readonly #storage: HostStorage;
  readonly #devices: InspectedDevices;
  readonly #line: LineMeter;
  readonly #trials: GpuTrial[] = [];

  constructor(storage: HostStorage, devices: InspectedDevices, line: LineMeter) {
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
    const report = assess(model, this.#report(await findAdapter(signal), null), this.#preferences());
    const refusal = cannotRun(model, report);
    if (refusal !== null) throw refusal;
    return report.variant;
  }

  /** @throws EngineError `webgpu-unavailable`, `adapter-unavailable`, `storage-unavailable`; AbortError */
  assess(model: ModelConfig, signal: AbortSignal): Promise<FitReport> {
    return navigator.locks.request(TRIAL_LOCK, { signal }, () => this.#assess(model, signal));
  }

  async #assess(model: ModelConfig, signal: AbortSignal): Promise<FitReport> {
    const [adapter, store, estimate] = await Promise.all([
      findAdapter(signal),
      this.#storage.store(),
      navigator.storage.estimate(),
    ]);
    const [known, storedBytes] = await whatIsStored(model, store);
    const look = (freeStorageBytes: number | null) =>
      assess(known, this.#report(adapter, freeStorageBytes), { ...this.#preferences(), storedBytes });

    let report = look(null);
    for (let due = this.#dueTrial(report, adapter); due !== null; due = this.#dueTrial(report, adapter)) {
      this.#trials.push({ bytes: due, outcome: await this.#try(due, signal) });
      report = look(null);
    }
    const { missingBytes } = report;
    if (missingBytes === 0) return report;
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = estimate;
    const free = await freeRoom(missingBytes, Math.max(0, quota - usage));
    signal.throwIfAborted();
    return look(free);
  }

  /**
   * Bytes that are worth a try: all of the need where only a trial can tell what a graphics card has, and a little once.
   * A GPU that shares the main memory is never tried for gigabytes, which the tab could be ended for.
   */
  #dueTrial({ reasons, memory }: FitReport, adapter: GPUAdapter): number | null {
    const isUnknown = reasons.some((reason) => reason.kind === 'missing' && reason.input === 'gpu-memory');
    if (isUnknown && mayHaveOwnMemory(gpuReport(adapter, this.#trials))) return memory.totalBytes;
    return this.#trials.length === 0 ? Math.min(memory.totalBytes, SHORT_TRIAL) : null;
  }

  /** What a model of ours holds now is freed before another one is loaded. */
  async #try(bytes: number, signal: AbortSignal): Promise<GpuTrial['outcome']> {
    const missing = bytes - this.#devices.allocatedBytes();
    return missing > 0 ? tryGpuMemory(this.#devices, 4 * Math.ceil(missing / 4), signal) : 'held';
  }

  #report(adapter: GPUAdapter, freeStorageBytes: number | null): DeviceReport {
    return { gpu: gpuReport(adapter, this.#trials), ...mainMemory(), freeStorageBytes, line: this.#line.report() };
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
