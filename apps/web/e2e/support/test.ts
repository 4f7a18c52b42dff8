import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { ModelConfig } from '@tabmind/model-registry';
import type { Space, SpaceOptions } from '../../../../tools/model-host/space.js';
import { type AppServer, startAppServer } from './app-server.js';
import { ChatPage } from './chat-page.js';
import { type HostedFable, hostFable } from './model-host.js';

export interface Fixtures {
  /** How the model that is not built in, Fable, is served. */
  readonly fable: SpaceOptions;
  readonly fableHost: HostedFable;
  /** What the app takes Fable for: Quick, from a deployment's own mirror, say. */
  readonly fableAs: Partial<ModelConfig>;
  /** Where Fable is served: makes trouble on command, and knows what it sent. */
  readonly space: Space;
  readonly app: AppServer;
  /** Whether the server answers requests for weights from the start. */
  readonly weightsAtFirst: 'served' | 'held';
  /** Opens the app on a page whose every error fails the test. */
  readonly open: (page: Page) => Promise<ChatPage>;
  /** The app, opened. */
  readonly chat: ChatPage;
  /** What the pages may complain about in this test: a request that was made to fail, say. */
  readonly expectedProblems: readonly RegExp[];
}

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],
  weightsAtFirst: ['served', { option: true }],
  fable: [{ model: { kind: 'guide' } }, { option: true }],
  fableAs: [{}, { option: true }],
  async fableHost({ fable }, use) {
    const host = await hostFable(fable);
    await use(host);
    await host.close();
  },
  async space({ fableHost }, use) {
    await use(fableHost.space);
  },
  async app({ fableHost, fableAs, weightsAtFirst }, use) {
    const server = await startAppServer([{ ...fableHost.model, ...fableAs }]);
    if (weightsAtFirst === 'held') server.holdWeights();
    await use(server);
    await server.close();
  },
  async open({ app, expectedProblems }, use) {
    const watched = new Map<BrowserContext, readonly string[]>();
    await use(async (page) => {
      const context = page.context();
      if (!watched.has(context)) watched.set(context, watchProblems(context));
      await page.goto(app.origin);
      return new ChatPage(page);
    });
    const problems = [...watched.values()].flat();
    expect(problems.filter((problem) => !expectedProblems.some((expected) => expected.test(problem)))).toEqual([]);
  },
  async chat({ page, open }, use) {
    await use(await open(page));
  },
});

/** Console errors and warnings, uncaught errors and unhandled rejections, of every page of a browser's context. */
export function watchProblems(context: BrowserContext): readonly string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  context.on('weberror', (error) => problems.push(String(error.error())));
  return problems;
}

export { expect };
