import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const ARGS = [
  ...['--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Chromium on a profile of its own, in which nothing calls home. */
export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGS, chromiumSandbox: false });

/** Somebody in front of a browser; what goes wrong there is noted. */
export class Surfer {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly url: string,
  ) {
    page.context().on('request', (request) => {
      if (new URL(request.url()).origin !== url) this.complaints.push(`asked elsewhere: ${request.url()}`);
    });
    page.context().on('weberror', (error) => this.complaints.push(String(error.error())));
    page.context().on('console', (message) => {
      // Chromium calls it an error that a page has another status than 200.
      const isStatus = message.location().url === page.url() && /status of (4|5)\d\d/.test(message.text());
      if (!['error', 'warning'].includes(message.type()) || isStatus) return;
      this.complaints.push(`${message.location().url}: ${message.text()}`);
    });
  }

  static async at(url: string, browser: Browser, options: BrowserContextOptions = {}): Promise<Surfer> {
    const context = await browser.newContext({ baseURL: url, locale: 'en', ...options });
    return new Surfer(await context.newPage(), url);
  }

  get path(): string {
    return this.page.url().slice(this.url.length);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async follow(link: string): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.getByRole('link', { name: link }).click()]);
  }

  /** Fills in fields by their names, presses the button of the form, and waits for the page that follows. */
  async send(fields: Readonly<Record<string, string>> = {}): Promise<void> {
    for (const [name, text] of Object.entries(fields)) await this.page.locator(`input[name="${name}"]`).fill(text);
    await Promise.all([this.page.waitForEvent('load'), this.page.locator('form button').click()]);
  }

  /** The text of the heading, or of what is announced as done or as wrong. */
  text(role: 'heading' | 'status' | 'alert'): Promise<string | null> {
    return this.page.getByRole(role).textContent();
  }

  /** What people who see, hear or move otherwise would stumble over on the page; colours are looked at in the dark, too. */
  async obstacles(): Promise<string[]> {
    const found = await violations(axeOn(this.page));
    if (await this.page.evaluate('document.documentElement.scrollWidth > innerWidth'))
      found.push('wider than the screen');
    await this.page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await violations(axeOn(this.page).withRules('color-contrast'))));
    await this.page.emulateMedia({ colorScheme: 'light' });
    return found.map((obstacle) => `${this.path}: ${obstacle}`);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

/** Without frames there is no need to combine results in a page of their own, which takes its time. */
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join()}`);
}

/** Another site: one page, and nothing good in mind. */
export class OtherSite {
  private constructor(private readonly server: Server) {}

  static async open(html: string): Promise<OtherSite> {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OtherSite(server);
  }

  /** By another name than ours: it is another site to browsers. */
  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
