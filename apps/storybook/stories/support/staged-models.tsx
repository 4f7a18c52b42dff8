import { createScriptedEngine } from '@tabmind/engine/testing';
import { Models } from '@tabmind/ui';
import { type JSX, onMount } from 'solid-js';
import type { Steps } from './staged-engine.js';
import { tellStored } from './steps.js';

export interface StagedModelsProps {
  readonly after: readonly Steps[];
  /** Ids of the models that are whole on this device. */
  readonly stored: readonly string[];
}

/** The models panel after these steps. The host answers what it is asked of the store. */
export function StagedModels(props: StagedModelsProps): JSX.Element {
  const { engine, host } = createScriptedEngine();
  for (const step of props.after) step(engine, host);
  const panel = <Models engine={engine} />;
  onMount(() => tellStored(...props.stored)(engine, host));
  return panel;
}
