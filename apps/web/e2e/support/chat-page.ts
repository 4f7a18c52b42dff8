import { expect, type Locator, type Page } from '@playwright/test';

/** The app as a person finds it: by roles, names and what the page says of its state. */
export class ChatPage {
  readonly page: Page;
  readonly message: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly answers: Locator;

  constructor(page: Page) {
    this.page = page;
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.send = page.getByRole('button', { name: 'Send' });
    this.stop = page.getByRole('button', { name: 'Stop' });
    this.answers = page.getByRole('log').locator('[data-role="assistant"]');
  }

  state(path: string | RegExp): Promise<void> {
    return expect(this.page.locator('main')).toHaveAttribute('data-engine-state', path, { timeout: 60_000 });
  }

  async ask(text: string): Promise<void> {
    await this.message.fill(text);
    await this.send.click();
  }

  /** Asks, and waits for the whole answer. */
  async answerTo(text: string): Promise<string> {
    const before = await this.answers.count();
    await this.ask(text);
    const answer = this.answers.nth(before);
    await expect(answer).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
    return (await answer.textContent()) ?? '';
  }

  async openModels(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Model/ }).click();
    const panel = this.page.getByRole('region', { name: 'Models' });
    await expect(panel).toBeVisible();
    return panel;
  }

  /** Asks for a model, and leaves the models panel open. */
  async use(name: string): Promise<Locator> {
    const panel = await this.openModels();
    await panel.getByRole('button', { name: `Use ${name}`, exact: true }).click();
    return panel;
  }

  /** Waits until a model that the open panel was asked for is in use, closes the panel, and has the model talk. */
  async talksWith(name: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: `In use: ${name}`, exact: true })).toBeVisible({
      timeout: 60_000,
    });
    await this.page.keyboard.press('Escape');
    expect(await this.answerTo('Tell me a joke.')).not.toBe('');
  }
}
