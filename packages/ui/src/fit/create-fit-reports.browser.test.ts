import { EngineError, errorData } from '@tabmind/engine';
import { createScriptedEngine, laptop, reachDownloading, reachReady } from '@tabmind/engine/testing';
import { assess, GUIDE_MODEL, QUICK_MODEL, STARTER_MODEL } from '@tabmind/model-registry';
import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFitReports } from './create-fit-reports.js';

let stage: ReturnType<typeof setUp>;
beforeEach(() => {
  stage = setUp();
});
afterEach(() => stage.dispose());

function setUp() {
  const { engine, host } = createScriptedEngine();
  const [ids, setIds] = createSignal<readonly string[]>([GUIDE_MODEL.id, QUICK_MODEL.id]);
  const { answers, dispose } = createRoot((dispose) => ({ answers: createFitReports(engine, ids), dispose }));
  const asked = () =>
    host.commands.flatMap((command) =>
      command.type === 'request.start' && command.request.operation === 'assess' ? [command.request.model.id] : [],
    );
  const cancels = () => host.commands.filter(({ type }) => type === 'request.cancel').length;
  return { engine, host, setIds, answers, dispose, asked, cancels };
}

const guideReport = assess(GUIDE_MODEL, laptop);
const quickReport = assess(QUICK_MODEL, laptop);

it('assesses one model after the other', async () => {
  const { host, answers, asked } = stage;
  await vi.waitFor(() => expect(asked()).toEqual(['guide']));
  expect([...answers().values()]).toEqual(['pending', 'pending']);
  host.reply({ type: 'request.done', result: guideReport });
  await vi.waitFor(() => expect(asked()).toEqual(['guide', 'phi-2']));
  expect(answers().get('guide')).toBe(guideReport);
  host.reply({ type: 'request.done', result: quickReport });
  await vi.waitFor(() => expect(answers().get('phi-2')).toBe(quickReport));
});

it('keeps why there is no report, and goes on with the next model', async () => {
  const { host, answers, asked } = stage;
  await vi.waitFor(() => expect(asked()).toEqual(['guide']));
  host.reply({ type: 'request.failed', error: errorData('adapter-unavailable', 'No graphics processor.') });
  await vi.waitFor(() => expect(asked()).toEqual(['guide', 'phi-2']));
  expect(EngineError.isInstance(answers().get('guide'))).toBe(true);
});

it('looks again at a new list, and keeps what is known until then', async () => {
  const { host, setIds, answers, asked } = stage;
  await vi.waitFor(() => expect(asked()).toEqual(['guide']));
  host.reply({ type: 'request.done', result: guideReport });
  await vi.waitFor(() => expect(asked()).toEqual(['guide', 'phi-2']));
  setIds(['guide', STARTER_MODEL.id]);
  expect(answers()).toEqual(
    new Map<string, unknown>([
      ['guide', guideReport],
      [STARTER_MODEL.id, 'pending'],
    ]),
  );
  await vi.waitFor(() => expect(asked()).toEqual(['guide', 'phi-2', 'guide']));
});

it('leaves the GPU to a load and to an answer, and goes on after them where it was', async () => {
  const { engine, host, asked, cancels } = stage;
  await vi.waitFor(() => expect(asked()).toEqual(['guide']));
  host.reply({ type: 'request.done', result: guideReport });
  await vi.waitFor(() => expect(asked()).toEqual(['guide', 'phi-2']));
  engine.send({ type: 'model.load', modelId: 'guide' });
  expect(cancels()).toBe(1);
  reachReady(engine, host, 'guide');
  // The Guide's is known, one is under way, and every other was taken back.
  await vi.waitFor(() => expect(asked()).toHaveLength(cancels() + 2));
  expect(asked().at(-1)).toBe('phi-2');
  engine.send({ type: 'generation.start', generationId: 'one', messages: [], sampling: {} });
  expect(asked()).toHaveLength(cancels() + 1);
});

it('goes on beside a download', async () => {
  const { engine, host, asked } = stage;
  await vi.waitFor(() => expect(asked()).toEqual(['guide']));
  reachDownloading(engine, host, 'phi-2');
  await vi.waitFor(() => expect(asked()).toEqual(['guide', 'guide']));
  host.reply({ type: 'request.done', result: guideReport });
  await vi.waitFor(() => expect(asked().at(-1)).toBe('phi-2'));
});

it('stops with its owner', async () => {
  const { asked, cancels, dispose } = stage;
  await vi.waitFor(() => expect(asked()).toEqual(['guide']));
  dispose();
  expect(cancels()).toBe(1);
});
