import { createScriptedEngine, reachBackgroundDownload, reachDownloading } from '@tabmind/engine/testing';
import { createEffect, createRoot } from 'solid-js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { stateAnnouncement } from './announcement.js';
import { createDownloadAnnouncement } from './download-announcement.js';

let stage: ReturnType<typeof setUp>;
beforeEach(() => {
  stage = setUp();
});
afterEach(() => stage.dispose());

/** Keeps every word that a screen reader would be told. */
function setUp() {
  const { engine, host } = createScriptedEngine();
  return createRoot((dispose) => {
    const told: string[] = [];
    const words = createDownloadAnnouncement(createEngineState(engine));
    createEffect(() => {
      if (words() !== '') told.push(words());
    });
    return { engine, host, dispose, told };
  });
}

const report = {
  type: 'background.progress',
  loaded: 5,
  verified: 5,
  total: 10,
  totalIsExact: true,
  bytesPerSecond: 1,
  estimatedTimeSeconds: 5,
  retry: null,
  damagedFiles: 0,
} as const;

it('tells each pause once', () => {
  const { engine, host, told } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'paused');
  expect(told).toEqual(['The download of Quick (Phi-2) is paused.']);
  engine.send({ type: 'download.resume', modelId: 'phi-2' });
  engine.send({ type: 'download.pause', modelId: 'phi-2' });
  expect(told).toHaveLength(2);
});

it('tells of each download by itself', () => {
  const { engine, host, told } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'paused');
  reachBackgroundDownload(engine, host, 'smollm2-360m', 'paused');
  expect(told).toEqual([
    'The download of Quick (Phi-2) is paused.',
    'The download of Starter (SmolLM2 360M) is paused.',
  ]);
});

it('tells that the device is offline once, however many reports say so, and nothing of stalls and tries', () => {
  const { engine, host, told } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  for (const activity of ['stalled', 'retrying', 'transferring', 'stalled'] as const)
    host.reply({ ...report, activity });
  expect(told).toEqual([]);
  for (let count = 0; count < 5; count++) host.reply({ ...report, activity: 'offline', loaded: count });
  expect(told).toEqual(['Offline. The download of Quick (Phi-2) goes on by itself when the line is back.']);
});

it('tells a failure once, with its reason', () => {
  const { engine, host, told } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'failed');
  engine.send({ type: 'download.cancel', modelId: 'phi-2' });
  expect(told).toEqual(['The download of Quick (Phi-2) failed. huggingface.co can’t be reached.']);
});

it('tells of a download that is whole, and not of one that was cancelled', () => {
  const { engine, host, told } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  engine.send({ type: 'download.cancel', modelId: 'phi-2' });
  expect(told).toEqual([]);
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  host.reply({ ...report, activity: 'transferring', loaded: 10, verified: 10 });
  host.reply({ type: 'background.done', totalBytes: 10 });
  expect(told).toEqual(['Quick (Phi-2) is on this device now.']);
});

it('says of a load that it is paused or offline, and the same words whatever else its bytes do', () => {
  const { engine, host } = stage;
  reachDownloading(engine, host, 'phi-2');
  const saidWhile = (activity: 'stalled' | 'retrying' | 'offline') => {
    host.reply({ ...report, type: 'download.progress', activity });
    return stateAnnouncement(engine.getSnapshot());
  };
  expect(saidWhile('stalled')).toBe('Quick (Phi-2) is loading.');
  expect(saidWhile('retrying')).toBe('Quick (Phi-2) is loading.');
  expect(saidWhile('offline')).toBe('Offline. Quick (Phi-2) goes on loading by itself when the line is back.');
  engine.send({ type: 'download.pause' });
  expect(stateAnnouncement(engine.getSnapshot())).toBe('Quick (Phi-2) is paused.');
});
