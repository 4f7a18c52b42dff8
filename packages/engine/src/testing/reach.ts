import type { Engine } from '../page/engine.js';
import type { ScriptedHost } from './scripted-host.js';

/** The device was looked at; nothing is stored yet. */
export function reachDownloading(engine: Engine, host: ScriptedHost, modelId: string): void {
  engine.send({ type: 'model.load', modelId });
  const variant = engine.models.find(({ id }) => id === modelId)?.variants[0];
  if (variant === undefined) throw new Error(`No model ${modelId} in this engine.`);
  host.reply({
    type: 'model.checked',
    variantId: variant.id,
    totalBytes: variant.downloadBytes.value,
    totalIsExact: true,
    storedBytes: 0,
  });
}

/** Every byte is stored; weights go to the GPU. */
export function reachLoading(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachDownloading(engine, host, modelId);
  const totalBytes = engine.models.find(({ id }) => id === modelId)?.variants[0].downloadBytes.value ?? 0;
  host.reply({ type: 'download.done', totalBytes });
}

/** Shaders compile. */
export function reachCompiling(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachLoading(engine, host, modelId);
  host.reply({ type: 'load.done' });
}

/** The model can talk. */
export function reachReady(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachCompiling(engine, host, modelId);
  const model = engine.models.find(({ id }) => id === modelId);
  host.reply({
    type: 'model.ready',
    variantId: model?.variants[0].id ?? modelId,
    contextWindow: model?.contextWindow ?? 0,
  });
}
