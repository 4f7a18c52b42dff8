import { MODELS, type ModelConfig } from '@tabmind/model-registry';
import { connectEngine } from '../page/connect-engine.js';
import type { Engine } from '../page/engine.js';
import { createScriptedHost, type ScriptedHost } from './scripted-host.js';

/** The real machine and handle over a host that follows a script: every state can be reached, at once. */
export function createScriptedEngine(models: readonly ModelConfig[] = MODELS): {
  readonly engine: Engine;
  readonly host: ScriptedHost;
} {
  const host = createScriptedHost();
  return { engine: connectEngine(host, models), host };
}
