import type { LineReport } from '@tabmind/model-registry';
import type { HostEvent } from '../protocol/host-event.js';

/** The Network Information API, as far as it is used: Chromium has it, in workers too. */
interface NetworkInformation {
  /** `cellular` and so on; only some devices tell. */
  readonly type?: string;
  /** Megabits a second, rounded and capped at 10. */
  readonly downlink?: number;
  readonly saveData?: boolean;
}

const METERED_TYPES: readonly (string | undefined)[] = ['cellular', 'wimax'];
const BYTES_PER_MEGABIT = 1e6 / 8;

/** How fast the line is, from what this worker's own downloads have told; before that, what the browser believes. */
export class LineMeter {
  #measured: number | null = null;

  /** Hears every word that the host tells. */
  note(event: HostEvent): void {
    if (event.type !== 'download.progress' && event.type !== 'background.progress') return;
    if (event.bytesPerSecond) this.#measured = event.bytesPerSecond;
  }

  report(): LineReport {
    const { type, downlink, saveData }: NetworkInformation = Reflect.get(navigator, 'connection') ?? {};
    const believed = downlink === undefined || downlink === 0 ? null : downlink * BYTES_PER_MEGABIT;
    return {
      bytesPerSecond: this.#measured ?? believed,
      isMeasured: this.#measured !== null,
      isMetered: METERED_TYPES.includes(type),
      savesData: saveData === true,
    };
  }
}
