import { errorData } from '@tabmind/engine';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { ask, fail, finish, rested, type Scene, StagedChat, say, turn } from './support/staged-chat.jsx';
import { codeAnswer, story, tableAnswer } from './support/texts.js';

export default {
  title: 'Message list',
  component: StagedChat,
  parameters: { frame: 'page' },
} satisfies Meta<typeof StagedChat>;

type Story = StoryObj<typeof StagedChat>;

/** The conversation alone, without the copy of an answer that screen readers are told. */
const inLog = (canvas: ReturnType<typeof within>) => within(canvas.getByRole('log'));

const playing = (scene: Scene): Pick<Story, 'render'> => ({ render: () => <StagedChat scene={scene} /> });

export const Empty: Story = {
  render: () => <StagedChat />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: /Guide/ })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Which models are there?' }));
    await expect(inLog(canvas).getByText('Which models are there?')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

export const WaitingForTheFirstWord: Story = {
  ...playing(async (stage) => {
    await ask(stage, 'What is Tabmind?');
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('article', { name: 'Guide' })).toHaveAttribute('data-state', 'streaming');
  },
};

export const Streaming: Story = {
  ...playing(async (stage) => {
    await ask(stage, 'Tell me a story about a hedgehog named Pim');
    say(stage, story.slice(0, 96));
  }),
  play: async ({ canvas }) => {
    await expect(await inLog(canvas).findByText(/lived under an old oak/)).toBeVisible();
    await expect(canvas.getByRole('article', { name: 'Guide' })).toHaveAttribute('aria-busy', 'true');
  },
};

export const Answered: Story = {
  ...playing((stage) => turn(stage, 'Tell me a story about a hedgehog named Pim', story)),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('article', { name: 'Guide' })).toHaveTextContent('see the way.');
    await expect(await canvas.findByRole('button', { name: 'Send' })).toBeVisible();
  },
};

export const Stopped: Story = {
  ...playing(async (stage) => {
    await ask(stage, 'Tell me a story about a hedgehog named Pim');
    say(stage, story.slice(0, 96));
    await rested(stage);
    finish(stage, 'abort');
  }),
  play: async ({ canvas }) => {
    await inLog(canvas).findByText(/lived under an old oak/);
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await expect(await inLog(canvas).findByText('You stopped this answer.')).toBeVisible();
    await expect(inLog(canvas).getByText(/lived under an old oak/)).toBeVisible();
    await waitFor(() => expect(inLog(canvas).getByRole('button', { name: 'Continue' })).toBeEnabled());
  },
};

export const CutAtTheLimit: Story = {
  ...playing(async (stage) => {
    await ask(stage, 'Tell me a story about a hedgehog named Pim');
    say(stage, story.slice(0, 96));
    finish(stage, 'length');
  }),
  play: async ({ canvas }) => {
    await expect(await inLog(canvas).findByText(/This answer was cut off/)).toBeVisible();
    await expect(inLog(canvas).getByRole('button', { name: 'Continue' })).toBeEnabled();
  },
};

const failsInMidAnswer: Scene = async (stage) => {
  await ask(stage, 'What is Tabmind?');
  say(stage, 'Tabmind is an AI chat whose model');
  const message = 'The graphics card was reset while the answer was made.';
  fail(stage, errorData('device-lost', message, 'GPUDevice lost: reason "unknown"'));
};

const failsBeforeItsFirstWord: Scene = async (stage) => {
  await ask(stage, 'What is Tabmind?');
  fail(stage, errorData('device-lost', 'The graphics card was reset while the answer was made.'));
};

export const FailedInMidAnswer: Story = {
  ...playing(failsInMidAnswer),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The graphics card was reset');
    await expect(await canvas.findByRole('button', { name: 'Continue' })).toBeEnabled();
  },
};

export const ContinuedAfterAFailure: Story = {
  ...playing(failsInMidAnswer),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue' }));
    await expect(canvas.queryByRole('alert')).toBeNull();
    await expect(canvas.getByRole('article', { name: 'Guide' })).toHaveTextContent('Tabmind is an AI chat whose model');
  },
};

export const FailedBeforeItsFirstWord: Story = {
  ...playing(failsBeforeItsFirstWord),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Retry' })).toBeEnabled();
  },
};

export const RetriedAfterAFailure: Story = {
  ...playing(failsBeforeItsFirstWord),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Retry' }));
    await expect(canvas.queryByRole('alert')).toBeNull();
    await expect(canvas.getAllByRole('article')).toHaveLength(2);
  },
};

export const Code: Story = {
  ...playing((stage) => turn(stage, 'Write a cache in TypeScript that forgets what was used longest ago', codeAnswer)),
  play: async ({ canvas }) => {
    await expect(await inLog(canvas).findByText(/LeastRecentlyUsed/)).toBeInTheDocument();
    await expect(canvas.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  },
};

export const Table: Story = {
  ...playing((stage) => turn(stage, 'Compare the inner planets', tableAnswer)),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('columnheader', { name: 'Moons' })).toBeVisible();
    await expect(canvas.getByRole('cell', { name: '149.6' })).toBeVisible();
  },
};

/** Older messages no longer fit the model's context window. */
export const Forgetting: Story = {
  ...playing(async (stage) => {
    await turn(stage, 'My favourite colour is green.', 'Green is a fine colour.');
    await turn(stage, 'Tell me a story about a hedgehog named Pim', story);
    await turn(stage, 'Which colour do I like best?', 'I don’t know. Which one is it?', 2);
  }),
  play: async ({ canvas }) => {
    const divider = await canvas.findByRole('separator', {
      name: 'Earlier messages no longer fit Guide’s 1,024-token memory',
    });
    const question = canvas.getByText('Tell me a story about a hedgehog named Pim');
    await expect(divider.compareDocumentPosition(question)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  },
};

/** A new answer is followed only from the end. */
export const Long: Story = {
  ...playing(async (stage) => {
    for (let number = 1; number <= 8; number += 1) await turn(stage, `Story number ${number}, please`, story);
  }),
  play: async ({ canvas }) => {
    await canvas.findByText('Story number 8, please');
    const log = canvas.getByRole('log');
    await expect(log.scrollHeight).toBeGreaterThan(log.clientHeight);
    await waitFor(() => expect(log.scrollHeight - log.clientHeight - log.scrollTop).toBeLessThan(2));
  },
};

export const RightToLeft: Story = {
  ...playing((stage) => turn(stage, 'ما هو Tabmind؟', 'يعمل النموذج داخل علامة التبويب، ولا يغادرها شيء مما تكتبه.')),
  play: async ({ canvas }) => {
    const answer = await inLog(canvas).findByText(/يعمل النموذج/);
    await expect(getComputedStyle(answer).direction).toBe('rtl');
  },
};
