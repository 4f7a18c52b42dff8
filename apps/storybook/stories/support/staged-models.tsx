import { createScriptedEngine, laptop } from '@tabmind/engine/testing';
import type { DeviceReport } from '@tabmind/model-registry';
import { Models } from '@tabmind/ui';
import { type JSX, onMount } from 'solid-js';
import { onDevice } from './on-device.js';
import type { Steps } from './staged-engine.js';
import { tellStored } from './steps.js';

export interface StagedModelsProps {
  readonly after: readonly Steps[];
  /** Ids of the models that are whole on this device. */
  readonly stored: readonly string[];
  /** @default a laptop on which every model fits */
  readonly device?: DeviceReport;
}

/** The models panel after these steps. The host answers what it is asked of the store. */
export function StagedModels(props: StagedModelsProps): JSX.Element {
  const { engine, host } = createScriptedEngine();
  for (const step of props.after) step(engine, host);
  const panel = <Models engine={onDevice(engine, props.device ?? laptop, props.stored)} />;
  onMount(() => tellStored(...props.stored)(engine, host));
  return panel;
}
