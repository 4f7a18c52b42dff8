import { assess, type DeviceReport, type ModelConfig, type ModelVariant } from '@tabmind/model-registry';
import type { BackgroundDownload } from '../page/background-download.js';
import type { Engine } from '../page/engine.js';
import type { TransferActivity } from '../protocol/download-report.js';
import { laptopOnMeteredLine } from './sample-devices.js';
import { deviceLost, halfwayReport, hostUnreachable } from './sample-reports.js';
import type { ScriptedHost } from './scripted-host.js';

/** The device was looked at; nothing is stored yet. */
export function reachDownloading(engine: Engine, host: ScriptedHost, modelId: string): void {
  engine.send({ type: 'model.load', modelId });
  const variant = variantOf(engine, modelId);
  host.reply({
    type: 'model.checked',
    variantId: variant.id,
    totalBytes: variant.downloadBytes.value,
    totalIsExact: true,
    storedBytes: 0,
  });
}

/** Something speaks against the model on this device, and a person is asked. */
export function reachAwaitingConsent(
  engine: Engine,
  host: ScriptedHost,
  modelId: string,
  device: DeviceReport = laptopOnMeteredLine,
): void {
  engine.send({ type: 'model.load', modelId, consent: 'ask' });
  host.reply({ type: 'model.held', fit: assess(modelOf(engine, modelId), device) });
}

/** Half of it is here, and nothing has arrived for a while. */
export function reachStalled(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachActivity(engine, host, modelId, 'stalled');
}

/** Half of it is here, and the host of its files can't be reached just now. */
export function reachRetrying(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachActivity(engine, host, modelId, 'retrying');
}

/** Half of it is here, and the device is offline. */
export function reachOffline(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachActivity(engine, host, modelId, 'offline');
}

/** Half of it is here, and a person has paused it. */
export function reachPaused(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachActivity(engine, host, modelId, 'transferring');
  engine.send({ type: 'download.pause', modelId });
}

/** Every byte is stored; weights go to the GPU. */
export function reachLoading(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachDownloading(engine, host, modelId);
  host.reply({ type: 'download.done', totalBytes: variantOf(engine, modelId).downloadBytes.value });
}

/** Shaders compile. */
export function reachCompiling(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachLoading(engine, host, modelId);
  host.reply({ type: 'load.done' });
}

/** The model can talk. */
export function reachReady(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachCompiling(engine, host, modelId);
  const variant = variantOf(engine, modelId);
  host.reply({ type: 'model.ready', variantId: variant.id, contextWindow: variant.contextWindow });
}

/** The device was lost under a model that was ready; every byte is stored, and goes to the GPU again. */
export function reachRecovering(engine: Engine, host: ScriptedHost, modelId: string): void {
  reachReady(engine, host, modelId);
  const { id: variantId, downloadBytes } = variantOf(engine, modelId);
  const totalBytes = downloadBytes.value;
  host.reply({ type: 'host.crashed', error: deviceLost });
  host.reply({ type: 'model.checked', variantId, totalBytes, totalIsExact: true, storedBytes: totalBytes });
  host.reply({ type: 'download.done', totalBytes });
}

/** A download in the background, half of it here. */
export function reachBackgroundDownload(
  engine: Engine,
  host: ScriptedHost,
  modelId: string,
  state: BackgroundDownload['state'],
): void {
  engine.send({ type: 'download.start', modelId });
  const activity = state === 'paused' || state === 'failed' ? 'transferring' : state;
  host.reply({ type: 'background.progress', ...halfwayReport(variantOf(engine, modelId), activity) });
  if (state === 'paused') engine.send({ type: 'download.pause', modelId });
  if (state === 'failed') host.reply({ type: 'background.failed', error: hostUnreachable });
}

function reachActivity(engine: Engine, host: ScriptedHost, modelId: string, activity: TransferActivity): void {
  reachDownloading(engine, host, modelId);
  host.reply({ type: 'download.progress', ...halfwayReport(variantOf(engine, modelId), activity) });
}

function variantOf(engine: Engine, modelId: string): ModelVariant {
  return modelOf(engine, modelId).variants[0];
}

function modelOf(engine: Engine, modelId: string): ModelConfig {
  const model = engine.models.find(({ id }) => id === modelId);
  if (model === undefined) throw new Error(`No model ${modelId} in this engine.`);
  return model;
}
