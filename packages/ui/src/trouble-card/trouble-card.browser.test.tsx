import { type EngineErrorData, errorData, type SuggestedAction } from '@tabmind/engine';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { TroubleCard } from './trouble-card.jsx';
import { offersFor } from './trouble-offers.js';

let dispose = () => {};
afterEach(() => dispose());

const button = (name: string) => page.getByRole('button', { name });
const offer = (label: string) => ({ label, onPress: () => undefined });

it('offers what the error suggests and the host can do, two at the most, each once', () => {
  const actions: readonly SuggestedAction[] = ['wait', 'choose-smaller-model', 'choose-other-model', 'retry', 'report'];
  const labels = (offers: Parameters<typeof offersFor>[1]) => offersFor(actions, offers).map(({ label }) => label);
  expect(labels({})).toEqual([]);
  expect(labels({ retry: offer('Retry'), 'free-space': offer('Delete') })).toEqual(['Retry']);
  expect(
    labels({ retry: offer('Retry'), 'choose-smaller-model': offer('A'), 'choose-other-model': offer('B') }),
  ).toEqual(['A', 'B']);
  const models = offer('Models');
  expect(labels({ retry: offer('Retry'), 'choose-smaller-model': models, 'choose-other-model': models })).toEqual([
    'Models',
    'Retry',
  ]);
});

it('presses through to the host', async () => {
  const onPress = vi.fn();
  const error = errorData('device-lost', 'The GPU is gone.');
  dispose = render(() => <TroubleCard error={error} offers={{ retry: { label: 'Retry', onPress } }} />, document.body);
  await button('Retry').click();
  expect(onPress).toHaveBeenCalledOnce();
});

it('links to help that knows nothing of this page', async () => {
  const error = errorData('webgpu-unavailable', 'No WebGPU.');
  dispose = render(() => <TroubleCard error={error} />, document.body);
  const link = page.getByRole('link', { name: 'WebGPU help' });
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect.element(link).toHaveAttribute('target', '_blank');
});

it('copies which error it was, and says so until there is another one', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const [error, setError] = createSignal<EngineErrorData>(errorData('unexpected', 'Odd.', 'TypeError: x'));
  dispose = render(() => <TroubleCard error={error()} />, document.body);
  await page.getByText('Technical detail').click();
  await button('Copy').click();
  expect(written).toHaveBeenCalledExactlyOnceWith('unexpected: Odd.\nTypeError: x');
  await expect.element(button('Copied')).toBeVisible();
  setError(errorData('unexpected', 'Odd.', 'TypeError: y'));
  await expect.element(button('Copy')).toBeVisible();
  written.mockRestore();
});
