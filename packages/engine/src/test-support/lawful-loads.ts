import { errorData } from '../errors/error-data.js';
import type { Consent } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { LawfulPart } from './lawful-part.js';
import { sampleFit } from './sample-fit.js';
import { sampleReport } from './sample-report.js';

interface Load {
  readonly loadId: string;
  readonly consent: Consent;
  step: number;
}

/** The step at which every byte is stored and goes to the GPU. */
const LOADING = 3;

const deviceLost = errorData('device-lost', 'The graphics processor was taken away.');

/** Every load ends in ready, failed or cancelled, and begins after the cancels before it; every unload in unloaded. */
export function lawfulLoads(): LawfulPart {
  let load: Load | null = null;
  let isLoaded = false;
  let cancels: string[] = [];
  let unloads = 0;

  function steps({ loadId }: Load): readonly HostEvent[] {
    return [
      { type: 'model.checked', loadId, variantId: 'v', totalBytes: 9, totalIsExact: true, storedBytes: 0 },
      { type: 'download.progress', loadId, ...sampleReport('transferring') },
      { type: 'download.done', loadId, totalBytes: 9 },
      { type: 'load.done', loadId },
      { type: 'model.ready', loadId, variantId: 'v', contextWindow: 1024 },
    ];
  }

  /** What may come between the steps. Progress after `download.done` tells of a damaged file. */
  function asides({ loadId, consent, step }: Load): readonly HostEvent[] {
    const isDownloading = step >= 1 && step <= LOADING;
    const failures: readonly HostEvent[] = [
      { type: 'model.failed', loadId, error: errorData('http-status', 'It answered 500.') },
      { type: 'model.failed', loadId, error: deviceLost },
    ];
    if (step === 0 && consent === 'ask') return [{ type: 'model.held', loadId, fit: sampleFit }, ...failures];
    if (!isDownloading) return failures;
    const activities = (['stalled', 'retrying', 'offline'] as const).map(
      (activity): HostEvent => ({ type: 'download.progress', loadId, ...sampleReport(activity) }),
    );
    return [...activities, ...failures];
  }

  function loadEvents(): readonly HostEvent[] {
    if (load === null || cancels.length > 0) return [];
    const next = steps(load)[load.step];
    return [...(next === undefined ? [] : [next]), ...asides(load)];
  }

  return {
    obey(command) {
      if (command.type === 'model.load') load = { loadId: command.loadId, consent: command.consent, step: 0 };
      if (command.type === 'model.unload') unloads += 1;
      if (command.type !== 'model.cancel') return;
      cancels.push(command.loadId);
      if (load?.loadId === command.loadId) load = null;
    },
    possible: () => [
      ...loadEvents(),
      ...(isLoaded && load === null ? [{ type: 'host.crashed', error: deviceLost } as const] : []),
      ...(unloads > 0 ? [{ type: 'model.unloaded' } as const] : []),
      ...cancels.map((loadId) => ({ type: 'model.cancelled', loadId }) as const),
    ],
    said(event) {
      if (event.type === 'model.unloaded' || event.type === 'host.crashed') isLoaded = false;
      if (event.type === 'model.ready') isLoaded = true;
      if (event.type === 'model.unloaded') unloads -= 1;
      else if (event.type === 'model.cancelled') cancels = cancels.filter((id) => id !== event.loadId);
      else if (event.type === 'model.ready' || event.type === 'model.held' || event.type === 'model.failed')
        load = null;
      else if (load !== null && event.type === steps(load)[load.step]?.type) load.step += 1;
      else if (load?.step === LOADING && event.type === 'download.progress') load.step = LOADING - 1;
    },
    crash() {
      load = null;
      isLoaded = false;
      cancels = [];
      unloads = 0;
    },
  };
}
