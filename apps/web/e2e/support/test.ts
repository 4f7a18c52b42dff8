import { test as base, expect, type Page } from '@playwright/test';
import { type AppServer, startAppServer } from './app-server.js';
import { ChatPage } from './chat-page.js';
import { type ModelHost, startModelHost } from './model-host.js';

interface Fixtures {
  readonly modelHost: ModelHost;
  readonly app: AppServer;
  /** Whether the server answers requests for weights from the start. */
  readonly weightsAtFirst: 'served' | 'held';
  /** The app, opened, on a page whose every error fails the test. */
  readonly chat: ChatPage;
  /** What the page may complain about in this test: a request that was made to fail, say. */
  readonly expectedProblems: readonly RegExp[];
}

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],
  weightsAtFirst: ['served', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  async modelHost({}, use) {
    const host = await startModelHost();
    await use(host);
    await host.close();
  },
  async app({ modelHost, weightsAtFirst }, use) {
    const server = await startAppServer([modelHost.model]);
    if (weightsAtFirst === 'held') server.holdWeights();
    await use(server);
    await server.close();
  },
  async chat({ page, app, expectedProblems }, use) {
    const problems = watchProblems(page);
    await page.goto(app.origin);
    await use(new ChatPage(page));
    const unexpected = problems.filter((problem) => !expectedProblems.some((expected) => expected.test(problem)));
    expect(unexpected).toEqual([]);
  },
});

/** Console errors and warnings, uncaught errors and unhandled rejections. */
export function watchProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

export { expect };
