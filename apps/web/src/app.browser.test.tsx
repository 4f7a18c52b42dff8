import { createHandOver, errorData, rememberOwnModels } from '@tabmind/engine';
import { createScriptedEngine, reachLoading } from '@tabmind/engine/testing';
import { render } from 'solid-js/web';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from './app.jsx';

let dispose = () => {};
afterEach(() => dispose());

it('opens the models where a load needs another one, and gives the focus back to the pill', async () => {
  const { engine, host } = createScriptedEngine();
  dispose = render(
    () => <App engine={engine} handOver={createHandOver(engine)} ownModels={rememberOwnModels('test.own-models')} />,
    document.body,
  );
  reachLoading(engine, host, 'phi-2');
  host.reply({ type: 'model.failed', error: errorData('shader-f16-missing', 'It computes with 16-bit numbers.') });
  await page.getByRole('button', { name: 'Choose a model' }).click();
  const models = page.getByRole('region', { name: 'Models' });
  await expect.element(models).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(models).not.toBeInTheDocument();
  expect(document.activeElement?.getAttribute('popovertarget')).toBe('models');
});
