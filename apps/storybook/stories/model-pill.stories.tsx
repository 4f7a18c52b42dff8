import { ModelPill } from '@tabmind/ui';
import { expect } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { type Steps, stagedEngine } from './support/staged-engine.js';
import {
  asksFirst,
  cancelled,
  guideReady,
  hostUnreachable,
  quickChecking,
  quickCompiling,
  quickDownloading,
  quickLoading,
  quickOffline,
  quickPaused,
  quickRetrying,
  quickStalled,
  unloading,
} from './support/steps.js';

export default { title: 'Model pill', component: ModelPill } satisfies Meta<typeof ModelPill>;

type Story = StoryObj<typeof ModelPill>;

function inState(name: string, ...steps: readonly Steps[]): Story {
  return {
    render: () => {
      const engine = stagedEngine(...steps);
      return <ModelPill engine={engine} />;
    },
    play: async ({ canvas }) => {
      await expect(canvas.getByRole('button', { name })).toBeVisible();
    },
  };
}

const generating: Steps = (engine) =>
  engine.send({
    type: 'generation.start',
    generationId: 'one',
    messages: [{ role: 'user', content: 'Hello' }],
    sampling: {},
  });
const stopping: Steps = (engine) => engine.send({ type: 'generation.stop' });

export const Idle = inState('Model: Not loaded');
export const Checking = inState('Model: Quick Checking', quickChecking);
export const AsksFirst = inState('Model: Quick Asks first', asksFirst());
export const Downloading = inState('Model: Quick Downloading 25 %', quickDownloading);
export const Stalled = inState('Model: Quick Stalled 47 %', quickStalled);
export const Retrying = inState('Model: Quick Retrying 47 %', quickRetrying);
export const Offline = inState('Model: Quick Offline 47 %', quickOffline);
export const Paused = inState('Model: Quick Paused 47 %', quickPaused);
export const Loading = inState('Model: Quick Loading', quickLoading);
export const Compiling = inState('Model: Quick Compiling', quickCompiling);
export const Ready = inState('Model: Guide Ready', guideReady);
export const Answering = inState('Model: Guide Answering', guideReady, generating);
export const Stopping = inState('Model: Guide Stopping', guideReady, generating, stopping);
export const Cancelling = inState('Model: Quick Cancelling', quickLoading, cancelled);
export const Unloading = inState('Model: Guide Unloading', guideReady, unloading);
export const Failed = inState('Model: Quick Failed', quickChecking, hostUnreachable);
