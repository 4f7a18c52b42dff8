import { expect, test, vi } from 'vitest';
import { sampleReport } from '../test-support/sample-report.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachBackgroundDownload, reachDownloading, reachReady } from '../testing/reach.js';
import { askToPersist } from './ask-to-persist.js';

function asked() {
  const scripted = createScriptedEngine();
  const ask = vi.fn(() => Promise.reject(new Error('It may not.')));
  askToPersist(scripted.engine, ask);
  return { ...scripted, ask };
}

test('a large load asks once, and a refusal harms nothing', () => {
  const { engine, host, ask } = asked();
  engine.send({ type: 'model.load', modelId: 'phi-2' });
  expect(ask).not.toHaveBeenCalled();
  reachDownloading(engine, host, 'phi-2');
  host.reply({ type: 'download.progress', ...sampleReport('transferring', { total: 1e9 }) });
  expect(ask).toHaveBeenCalledOnce();
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  expect(ask).toHaveBeenCalledOnce();
});

test('a large background download asks', () => {
  const { engine, host, ask } = asked();
  engine.send({ type: 'download.start', modelId: 'phi-2' });
  expect(ask).not.toHaveBeenCalled();
  host.reply({ type: 'background.progress', ...sampleReport('transferring', { total: 1e9 }) });
  expect(ask).toHaveBeenCalledOnce();
});

test('the built-in model, and a large one that is stored already, ask nothing', () => {
  const { engine, host, ask } = asked();
  reachReady(engine, host, 'guide');
  engine.send({ type: 'model.load', modelId: 'phi-2' });
  const stored = { totalBytes: 1.5e9, totalIsExact: true, storedBytes: 1.5e9 };
  host.reply({ type: 'model.checked', variantId: 'v', ...stored });
  host.reply({ type: 'download.done', totalBytes: 1.5e9 });
  expect(ask).not.toHaveBeenCalled();
});
