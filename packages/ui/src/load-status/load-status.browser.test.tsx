import { errorData } from '@tabmind/engine';
import {
  createScriptedEngine,
  laptop,
  laptopOnMeteredLine,
  laptopWithoutRoom,
  reachAwaitingConsent,
  reachDownloading,
  reachLoading,
  reachPaused,
  reachReady,
  reachRetrying,
} from '@tabmind/engine/testing';
import { assess, type DeviceReport, MODELS, QUICK_MODEL } from '@tabmind/model-registry';
import { render } from 'solid-js/web';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { TroubleOffers } from '../trouble-card/trouble-offers.js';
import { LoadStatus } from './load-status.jsx';

let stage: ReturnType<typeof setUp>;
beforeEach(() => {
  stage = setUp();
});
afterEach(() => stage.dispose());

function setUp(offers?: TroubleOffers) {
  const { engine, host } = createScriptedEngine();
  const dispose = render(() => <LoadStatus engine={engine} offers={offers} />, document.body);
  return { engine, host, dispose };
}

const button = (name: string) => page.getByRole('button', { name });

it('cancels', async () => {
  const { engine, host } = stage;
  reachDownloading(engine, host, 'phi-2');
  await button('Cancel').click();
  await expect.element(page.getByText('Cancelling…')).toBeVisible();
});

it('pauses and resumes with one button, which keeps the focus', async () => {
  const { engine, host } = stage;
  reachDownloading(engine, host, 'phi-2');
  await button('Pause').click();
  await expect.element(button('Resume')).toHaveFocus();
  await expect.element(page.getByText('Phi-2 download paused')).toBeVisible();
  expect(host.commands.at(-1)?.type).toBe('model.cancel');
  await button('Resume').click();
  await expect.element(button('Pause')).toHaveFocus();
  expect(engine.getSnapshot().path).toBe('checking');
  expect(host.commands.at(-1)?.type).toBe('model.load');
});

it('offers no pause once there is nothing to pause, and leaves the focus at Cancel', async () => {
  const { engine, host } = stage;
  reachDownloading(engine, host, 'phi-2');
  (button('Pause').element() as HTMLElement).focus();
  host.reply({ type: 'download.done', totalBytes: 1.5e9 });
  await expect.element(button('Cancel')).toHaveFocus();
  await expect.element(button('Pause')).not.toBeInTheDocument();
  await expect.element(button('Resume')).not.toBeInTheDocument();
});

it('takes no focus that was elsewhere', async () => {
  const { engine, host } = stage;
  reachLoading(engine, host, 'phi-2');
  await expect.element(button('Cancel')).toBeVisible();
  await expect.element(button('Cancel')).not.toHaveFocus();
});

it('counts seconds where no screen reader is told each', async () => {
  const { engine, host } = stage;
  reachRetrying(engine, host, 'phi-2');
  const sentence = page.getByText(/Retrying in \d+ s/);
  await expect.element(sentence).toBeVisible();
  expect(sentence.element().closest('[aria-live], [role="status"], [role="alert"], [role="log"]')).toBeNull();
});

it('shows no speed and no time left of what is paused', async () => {
  const { engine, host } = stage;
  reachPaused(engine, host, 'phi-2');
  await expect.element(page.getByText(/^Paused at/)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/\/s|left/);
});

const noMemory = errorData('out-of-gpu-memory', 'The graphics processor has not enough memory for this model.');

it('offers the smallest model where a load needs a smaller one, and begins it', async () => {
  const { engine, host } = stage;
  reachLoading(engine, host, 'phi-2');
  host.reply({ type: 'model.failed', error: noMemory });
  await button('Use Guide').click();
  expect(engine.getSnapshot()).toMatchObject({ state: 'checking', model: { id: 'guide' } });
});

it('offers no smaller model than the smallest', async () => {
  const { engine, host } = stage;
  reachLoading(engine, host, 'guide');
  host.reply({ type: 'model.failed', error: noMemory });
  await expect.element(button('Retry')).toBeVisible();
  await expect.element(button('Use Guide')).not.toBeInTheDocument();
});

it('offers the host’s own list of models instead', async () => {
  const onPress = vi.fn();
  stage.dispose();
  stage = setUp({ 'choose-smaller-model': { label: 'Choose a model', onPress } });
  const { engine, host } = stage;
  reachLoading(engine, host, 'phi-2');
  host.reply({ type: 'model.failed', error: noMemory });
  await button('Choose a model').click();
  expect(onPress).toHaveBeenCalledOnce();
  await expect.element(button('Use Guide')).not.toBeInTheDocument();
});

describe('a model that something speaks against', () => {
  const card = page.getByRole('region', { name: 'Quick (Phi-2) asks first' });
  const tellFit = async (id: string, device: DeviceReport) => {
    const { host } = stage;
    await vi.waitFor(() =>
      expect(host.commands.findLast(({ type }) => type === 'request.start')).toMatchObject({
        request: { operation: 'assess', model: { id } },
      }),
    );
    const model = MODELS.find((candidate) => candidate.id === id) ?? QUICK_MODEL;
    host.reply({ type: 'request.done', result: assess(model, device) });
  };

  it('says why in one sentence, and loads it once a person agrees', async () => {
    const { engine, host } = stage;
    reachAwaitingConsent(engine, host, 'phi-2');
    await expect
      .element(card.getByText('Quick (Phi-2) is about 1.6 GB, and this line is paid by the byte.'))
      .toBeVisible();
    await button('Load it anyway').click();
    expect(engine.getSnapshot().state).toBe('checking');
    expect(host.commands.findLast(({ type }) => type === 'model.load')).toMatchObject({ consent: 'given' });
  });

  it('goes away when it is refused', async () => {
    const { engine, host } = stage;
    reachAwaitingConsent(engine, host, 'phi-2');
    await button('Not now').click();
    await expect.element(card).not.toBeInTheDocument();
    expect(engine.getSnapshot().state).toBe('idle');
  });

  it('offers the largest smaller model that fits, once it is known to', async () => {
    const { engine, host } = stage;
    reachAwaitingConsent(engine, host, 'phi-2', laptopWithoutRoom);
    await expect.element(button('Load it anyway')).toBeVisible();
    expect(card.element().textContent).not.toContain('instead');
    await tellFit('smollm2-360m', laptopWithoutRoom);
    await button('Use Starter instead').click();
    expect(engine.getSnapshot()).toMatchObject({ state: 'checking', model: { id: 'smollm2-360m' } });
  });

  it('offers no model that talks already', async () => {
    const { engine, host } = stage;
    reachReady(engine, host, 'guide');
    reachAwaitingConsent(engine, host, 'phi-2');
    await tellFit('smollm2-360m', laptopOnMeteredLine);
    await expect.element(button('Load it anyway')).toBeVisible();
    const assessed = host.commands.filter(({ type }) => type === 'request.start');
    expect(assessed).toHaveLength(1);
    expect(card.element().textContent).not.toContain('instead');
  });

  it('takes the focus of the progress that it follows, and no other', async () => {
    const { engine, host } = stage;
    const hold = () => host.reply({ type: 'model.held', fit: assess(QUICK_MODEL, { ...laptop, gpu: null }) });
    engine.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
    hold();
    await expect.element(button('Load it anyway')).not.toHaveFocus();
    engine.send({ type: 'model.cancel' });
    engine.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
    (button('Cancel').element() as HTMLElement).focus();
    hold();
    await expect.element(button('Load it anyway')).toHaveFocus();
  });
});
