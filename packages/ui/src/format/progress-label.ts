import { type LoadPhase, loadLabel } from '@tabmind/engine';
import type { LoadActivity } from './load-activity.js';
import { originalName } from './model-name.js';

/** The line above a progress: the phase in words, and never that something downloads while nothing does. */
export function progressLabel(phase: LoadPhase, activity: LoadActivity, modelName: string): string {
  const name = originalName(modelName);
  if (phase !== 'download' || activity === 'transferring') return loadLabel(phase, name);
  const word = { stalled: 'stalled', retrying: 'waiting', offline: 'waiting', paused: 'paused' }[activity];
  return `${name} download ${word}`;
}
