import '../styles.css';
import type { FinishReason } from '@tabmind/engine';
import { createScriptedEngine, reachReady } from '@tabmind/engine/testing';
import { render } from 'solid-js/web';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Chat } from './chat.jsx';

const root = document.createElement('div');
root.style.height = '400px';
document.body.append(root);
let stage: ReturnType<typeof setUp>;
beforeEach(() => {
  stage = setUp();
});
afterEach(() => stage.dispose());

function setUp() {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const dispose = render(() => <Chat engine={engine} />, root);
  const ask = async (question: string) => {
    const before = host.commands.length;
    await page.getByRole('textbox', { name: 'Message' }).fill(question);
    await page.getByRole('button', { name: 'Send' }).click();
    await vi.waitFor(() => expect(host.commands.slice(before).at(-1)?.type).toBe('generation.start'));
  };
  const say = (text: string) => host.reply({ type: 'generation.delta', text });
  const finish = (finishReason: FinishReason = 'stop') =>
    host.reply({
      type: 'generation.done',
      result: {
        finishReason,
        prefilledTokens: 9,
        completionTokens: 9,
        tokensPerSecond: 70,
        timeToFirstTokenSeconds: 0.2,
      },
    });
  return { engine, host, dispose, ask, say, finish };
}

const answerState = () =>
  document.querySelector('article[data-role="assistant"]:last-of-type')?.getAttribute('data-state');

it('streams an answer, and tells screen readers of it once it is whole', async () => {
  const { ask, say, finish } = stage;
  await ask('Hello');
  say('Good **day**');
  await expect.element(page.getByRole('log').getByText('day')).toBeVisible();
  expect(answerState()).toBe('streaming');
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('Answering…');
  finish();
  await vi.waitFor(() => expect(answerState()).toBe('done'));
  expect(document.querySelector('[aria-live="polite"]')?.textContent?.trim()).toBe('Good day');
});

it('touches no other message while one streams', async () => {
  const { ask, say, finish } = stage;
  await ask('One');
  say('First answer');
  finish();
  await vi.waitFor(() => expect(answerState()).toBe('done'));
  await ask('Two');
  say('Second');
  const log = page.getByRole('log');
  await expect.element(log.getByText('Second')).toBeVisible();
  const streaming = document.querySelector('article[data-state="streaming"]');
  const observer = new MutationObserver(() => {});
  observer.observe(log.element(), { subtree: true, childList: true, characterData: true, attributes: true });
  say(' answer');
  await expect.element(log.getByText('Second answer')).toBeVisible();
  const touched = observer.takeRecords().map(({ target }) => target);
  expect(touched.filter((node) => !streaming?.contains(node))).toEqual([]);
  observer.disconnect();
});

it('follows an answer while the person is at the end, and not once they have scrolled away', async () => {
  const { ask, say } = stage;
  await ask('Hello');
  const log = page.getByRole('log').element();
  const fromEnd = () => log.scrollHeight - log.clientHeight - log.scrollTop;
  say('A line of text\n\n'.repeat(40));
  await vi.waitFor(() => expect(log.scrollHeight).toBeGreaterThan(log.clientHeight * 2));
  await vi.waitFor(() => expect(fromEnd()).toBeLessThan(2));

  const scrolled = new Promise((resolve) => log.addEventListener('scroll', resolve, { once: true }));
  log.scrollTop = 100;
  await scrolled;
  const height = log.scrollHeight;
  say('One more line\n\n'.repeat(10));
  await vi.waitFor(() => expect(log.scrollHeight).toBeGreaterThan(height));
  expect(log.scrollTop).toBe(100);
});

it('stops on Escape, and leaves the focus in the message box', async () => {
  const { host, ask, say } = stage;
  await ask('Hello');
  say('Good');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('You stopped this answer.').first()).toBeVisible();
  expect(host.commands.at(-1)?.type).toBe('generation.stop');
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
});

it('goes on with a stopped answer by the keyboard, and tells screen readers of the new part alone', async () => {
  const { host, ask, say, finish } = stage;
  await ask('Count');
  say('One,');
  await expect.element(page.getByRole('log').getByText('One,')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  finish('abort');
  await expect.element(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(page.getByRole('button', { name: 'Continue' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('Answering…');
  await vi.waitFor(() => expect(host.commands.at(-1)?.type).toBe('generation.start'));
  say(' two');
  finish();
  await vi.waitFor(() => expect(answerState()).toBe('done'));
  await expect.element(page.getByRole('log').getByText('One, two')).toBeVisible();
  expect(document.querySelector('[aria-live="polite"]')?.textContent?.trim()).toBe('two');
});

it('offers Continue once a model is ready', async () => {
  const { engine, host, ask, say, finish } = stage;
  await ask('Count');
  say('One,');
  finish('length');
  await expect.element(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
  engine.send({ type: 'model.load', modelId: 'phi-2' });
  await expect.element(page.getByRole('button', { name: 'Continue' })).toBeDisabled();
  reachReady(engine, host, 'phi-2');
  await expect.element(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
});

it('sends on Enter and breaks the line on Shift+Enter, but not in the midst of an input method’s word', async () => {
  const { host } = stage;
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.click();
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
  box.element().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  await userEvent.keyboard('{Enter}');
  expect(host.commands.at(-1)?.type).toBe('model.load');
  box.element().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() =>
    expect(host.commands.at(-1)).toMatchObject({ messages: [{ role: 'user', content: 'one\ntwo' }] }),
  );
});

it('ends its answer and its subscriptions when it is unmounted', async () => {
  const { engine, host, ask, dispose } = stage;
  const listeners = new Set<unknown>();
  const subscribe = vi.spyOn(engine, 'subscribe').mockImplementation((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  const second = render(() => <Chat engine={engine} />, document.body.appendChild(document.createElement('div')));
  expect(listeners.size).toBeGreaterThan(0);
  second();
  expect(listeners.size).toBe(0);
  subscribe.mockRestore();

  await ask('Hello');
  dispose();
  expect(host.commands.at(-1)?.type).toBe('generation.stop');
  expect(root.childElementCount).toBe(0);
});
