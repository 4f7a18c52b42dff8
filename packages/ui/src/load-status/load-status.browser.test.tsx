import { errorData } from '@tabmind/engine';
import {
  createScriptedEngine,
  reachDownloading,
  reachLoading,
  reachPaused,
  reachRetrying,
} from '@tabmind/engine/testing';
import { render } from 'solid-js/web';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
