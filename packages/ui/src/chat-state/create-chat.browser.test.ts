import { errorData, type FinishReason } from '@tabmind/engine';
import { createScriptedEngine, reachReady } from '@tabmind/engine/testing';
import { createRoot } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import { createChat } from './create-chat.js';
import type { AssistantMessage } from './message.js';

function setUp() {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  return createRoot((dispose) => {
    const chat = createChat(engine, { schedule: (callback) => clearTimeout.bind(null, setTimeout(callback)) });
    const answer = () => chat.messages.at(-1) as AssistantMessage;
    const asked = (times = 1) =>
      vi.waitFor(() => expect(host.commands.filter(({ type }) => type === 'generation.start')).toHaveLength(times));
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
    return { engine, host, chat, answer, asked, say, finish, dispose };
  });
}

describe('createChat', () => {
  it('streams an answer to a question', async () => {
    const { chat, host, answer, asked, say, finish, dispose } = setUp();
    chat.send('  Hello there  ');
    expect(chat.activity()).toBe('answering');
    expect(chat.messages.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'Hello there'],
      ['assistant', ''],
    ]);
    await asked();
    expect(host.commands.at(-1)).toMatchObject({ messages: [{ role: 'user', content: 'Hello there' }], sampling: {} });
    say('Good ');
    say('day');
    await vi.waitFor(() => expect(answer().text).toBe('Good day'));
    expect(answer().status.state).toBe('streaming');
    finish();
    await vi.waitFor(() => expect(answer().status).toEqual({ state: 'done', finishReason: 'stop' }));
    expect(answer().modelName).toBe('Guide');
    expect(chat.activity()).toBe('resting');
    dispose();
  });

  it('waits for a model that is loaded for the question, which then is the one that answers', async () => {
    const { engine, host } = createScriptedEngine();
    reachReady(engine, host, 'guide');
    await createRoot(async (dispose) => {
      const beforeAsking = () => engine.send({ type: 'model.load', modelId: 'phi-2' });
      const chat = createChat(engine, { beforeAsking });
      const answer = () => chat.messages.at(-1) as AssistantMessage;
      chat.send('Who are you?');
      expect(chat.activity()).toBe('answering');
      expect(host.commands.at(-1)).toMatchObject({ type: 'model.load', model: { id: 'phi-2' } });
      host.reply({ type: 'model.ready', variantId: 'phi-2-q4f16_1-MLC', contextWindow: 2048 });
      await vi.waitFor(() => expect(host.commands.at(-1)?.type).toBe('generation.start'));
      const use = { promptTokens: 9, contextWindow: 2048, droppedMessages: 0 };
      host.reply({ type: 'generation.started', ...use });
      await vi.waitFor(() => expect(answer().modelName).toBe('Quick (Phi-2)'));
      dispose();
    });
  });

  it('continues an answer without a word to whoever wants another model for questions', async () => {
    const { engine, host } = createScriptedEngine();
    reachReady(engine, host, 'guide');
    await createRoot(async (dispose) => {
      const beforeAsking = vi.fn();
      const chat = createChat(engine, { beforeAsking });
      chat.send('Count.');
      await vi.waitFor(() => expect(host.commands.at(-1)?.type).toBe('generation.start'));
      host.reply({ type: 'generation.done', result: { finishReason: 'length' } });
      await vi.waitFor(() => expect(chat.activity()).toBe('resting'));
      chat.continueAnswer();
      await vi.waitFor(() => expect(host.commands.filter(({ type }) => type === 'generation.start')).toHaveLength(2));
      expect(beforeAsking).toHaveBeenCalledOnce();
      dispose();
    });
  });

  it('takes no second question while one is answered, and no blank one', async () => {
    const { chat, asked, dispose } = setUp();
    chat.send(' \n ');
    expect(chat.messages).toHaveLength(0);
    chat.send('One');
    await asked();
    chat.send('Two');
    expect(chat.messages).toHaveLength(2);
    dispose();
  });

  it('keeps the text of a stopped answer, and goes on with it', async () => {
    const { chat, host, answer, asked, say, finish, dispose } = setUp();
    chat.send('Count');
    await asked();
    say('One, two');
    await vi.waitFor(() => expect(answer().text).toBe('One, two'));
    chat.stop();
    await vi.waitFor(() => expect(answer().status).toEqual({ state: 'stopped' }));
    expect(host.commands.at(-1)?.type).toBe('generation.stop');
    finish('abort');
    chat.send('Go on');
    await asked(2);
    expect(host.commands.at(-1)).toMatchObject({
      messages: [{ content: 'Count' }, { content: 'One, two' }, { content: 'Go on' }],
    });
    dispose();
  });

  it('shows a failure where it happened, and asks again for what has no text yet', async () => {
    const { chat, host, answer, asked, say, dispose } = setUp();
    chat.send('Hello');
    await asked();
    const error = errorData('device-lost', 'The GPU is gone.', 'lost');
    host.reply({ type: 'generation.failed', error });
    await vi.waitFor(() => expect(answer().status).toEqual({ state: 'failed', error }));
    chat.continueAnswer();
    expect(chat.messages).toHaveLength(2);
    expect(answer().status.state).toBe('streaming');
    await asked(2);
    expect(host.commands.at(-1)).toMatchObject({ messages: [{ role: 'user', content: 'Hello' }] });
    say('Good day');
    await vi.waitFor(() => expect(answer().text).toBe('Good day'));
    dispose();
  });

  it.for(['stopped', 'cut at its length', 'failed'] as const)(
    'goes on with an answer that was %s, after its text and in the same message',
    async (ending) => {
      const { chat, host, answer, asked, say, finish, dispose } = setUp();
      chat.send('Count');
      await asked();
      say('One, two');
      await vi.waitFor(() => expect(answer().text).toBe('One, two'));
      if (ending === 'stopped') chat.stop();
      if (ending === 'failed') host.reply({ type: 'generation.failed', error: errorData('device-lost', 'Gone.') });
      else finish(ending === 'stopped' ? 'abort' : 'length');
      await vi.waitFor(() => expect(chat.activity()).toBe('resting'));
      const { id } = answer();

      chat.continueAnswer();
      await asked(2);
      expect(host.commands.at(-1)).toMatchObject({
        messages: [
          { role: 'user', content: 'Count' },
          { role: 'assistant', content: 'One, two' },
        ],
      });
      say(', three');
      finish();
      await vi.waitFor(() => expect(answer().status).toEqual({ state: 'done', finishReason: 'stop' }));
      expect(answer()).toMatchObject({ id, text: 'One, two, three', modelName: 'Guide', continuedBy: [] });
      chat.continueAnswer();
      expect(chat.activity()).toBe('resting');
      dispose();
    },
  );

  it('remembers which other model went on', async () => {
    const { engine, chat, host, answer, asked, say, finish, dispose } = setUp();
    chat.send('Count');
    await asked();
    say('One');
    chat.stop();
    finish('abort');
    await vi.waitFor(() => expect(answer().status.state).toBe('stopped'));
    reachReady(engine, host, 'phi-2');
    chat.continueAnswer();
    await asked(2);
    expect(answer()).toMatchObject({ modelName: 'Guide', continuedBy: ['Quick (Phi-2)'] });
    chat.stop();
    finish('abort');
    await vi.waitFor(() => expect(answer().status.state).toBe('stopped'));
    chat.continueAnswer();
    expect(answer().continuedBy).toEqual(['Quick (Phi-2)']);
    dispose();
  });

  it('says from which message on the model still sees the conversation', async () => {
    const { chat, host, answer, asked, say, finish, dispose } = setUp();
    chat.send('One');
    await asked();
    say('1');
    finish();
    await vi.waitFor(() => expect(answer().status.state).toBe('done'));
    chat.send('Two');
    await asked(2);
    host.reply({ type: 'generation.started', promptTokens: 900, contextWindow: 1024, droppedMessages: 2 });
    await vi.waitFor(() => expect(chat.memory()?.firstKeptId).toBe(chat.messages[2]?.id));
    expect(chat.memory()).toMatchObject({ modelName: 'Guide', contextWindow: 1024 });
    chat.newChat();
    expect(chat.memory()).toBeNull();
    dispose();
  });

  it('begins anew in mid-answer, and what still arrives is nobody’s', async () => {
    const { chat, host, asked, say, finish, dispose } = setUp();
    chat.send('Hello');
    await asked();
    chat.newChat();
    say('late');
    await vi.waitFor(() => expect(host.commands.at(-1)?.type).toBe('generation.stop'));
    finish('abort');
    await new Promise((resolve) => setTimeout(resolve));
    expect(chat.messages).toHaveLength(0);
    expect(chat.activity()).toBe('resting');
    dispose();
  });

  it('stops its answer with its owner', async () => {
    const { chat, host, asked, dispose } = setUp();
    chat.send('Hello');
    await asked();
    dispose();
    expect(host.commands.at(-1)?.type).toBe('generation.stop');
  });

  it('tells why there is no answer where no model is ready', async () => {
    const { engine } = createScriptedEngine();
    const [chat, dispose] = createRoot((end) => [createChat(engine), end] as const);
    chat.send('Hello');
    await vi.waitFor(() => expect(chat.messages.at(-1)).toMatchObject({ status: { error: { code: 'not-ready' } } }));
    dispose();
  });
});
