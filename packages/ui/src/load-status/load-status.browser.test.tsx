import { createScriptedEngine, reachDownloading } from '@tabmind/engine/testing';
import { render } from 'solid-js/web';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LoadStatus } from './load-status.jsx';

it('cancels', async () => {
  const { engine, host } = createScriptedEngine();
  reachDownloading(engine, host, 'phi-2');
  const dispose = render(() => <LoadStatus engine={engine} />, document.body);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(page.getByText('Cancelling…')).toBeVisible();
  dispose();
});
