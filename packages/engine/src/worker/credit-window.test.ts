import { expect, test } from 'vitest';
import { CreditWindow } from './credit-window.js';

/** Takes until it must wait, and says how often it could. */
async function takeAll(credit: CreditWindow): Promise<() => number> {
  let taken = 0;
  const take = async () => {
    for (;;) {
      await credit.take();
      taken += 1;
      if (taken === 200) return;
    }
  };
  take();
  await new Promise((resolve) => setImmediate(resolve));
  return () => taken;
}

test('64 pieces go ahead, then as many as the page grants', async () => {
  const credit = new CreditWindow();
  const taken = await takeAll(credit);
  expect(taken()).toBe(64);
  credit.grant(16);
  await new Promise((resolve) => setImmediate(resolve));
  expect(taken()).toBe(80);
});

test('an open window lets everything through', async () => {
  const credit = new CreditWindow();
  const taken = await takeAll(credit);
  credit.open();
  await new Promise((resolve) => setImmediate(resolve));
  expect(taken()).toBe(200);
});
