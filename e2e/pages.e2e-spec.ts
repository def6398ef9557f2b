import { describeWith } from '@job-scope/platform-testing';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { OtherSite, startBrowser, Surfer } from './browser.fixture';
import { IDENTITY_ALONE, LocalStack, type RunningStack } from './local-stack.fixture';
import { CONFIRM, newPassword, People, RESET } from './people.fixture';

describeWith('chromium', (executable) =>
  describe('the pages, in a browser', () => {
    const stack = new LocalStack();
    let running: RunningStack;
    let browser: Browser;
    let people: People;
    let surfer: Surfer;
    let otherSite: OtherSite | undefined;
    beforeAll(async () => {
      running = await stack.start(IDENTITY_ALONE);
      people = new People(stack, running.url);
      browser = await startBrowser(executable());
    });
    afterAll(async () => {
      await otherSite?.close();
      await browser?.close();
      await running?.stop();
      await stack.destroy();
    });
    /** By default without a single script, ours or anybody's. */
    const open = async (options: BrowserContextOptions = { javaScriptEnabled: false }): Promise<void> => {
      surfer = await Surfer.at(running.url, browser, options);
    };
    afterEach(async () => {
      await surfer.leave();
      expect(surfer.complaints).toEqual([]);
    });

    const administrator = () => ({ email: 'admin@example.com', password: stack.superuserPassword });

    it('leads from a protected page to the log-in and back, past a wrong password, by keyboard alone', async () => {
      await open();
      const { page } = surfer;
      await surfer.goTo('/docs');
      expect([surfer.path, await surfer.text('heading')]).toEqual(['/login?next=/docs', 'Log in']);
      await page.getByLabel('E-mail address').focus();
      await page.keyboard.type('admin@example.com');
      await page.keyboard.press('Tab');
      await page.keyboard.type(newPassword());
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);

      expect(await page.title()).toBe('Error: Log in – Job Scope');
      expect(await surfer.text('alert')).toContain('The e-mail address or the password is wrong');
      expect(await page.locator(':focus').getAttribute('role')).toBe('alert');
      expect(await page.getByLabel('E-mail address').inputValue()).toBe('admin@example.com');
      expect(await page.getByLabel('Password').inputValue()).toBe('');

      for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
      await page.keyboard.type(stack.superuserPassword);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      expect([surfer.path, await page.title()]).toEqual(['/docs', 'Job Scope API']);
    });

    it('logs out by a button, and is a stranger from then on', async () => {
      await open();
      await surfer.goTo('/login');
      await surfer.send(administrator());
      expect(surfer.path).toBe('/docs');
      await surfer.goTo('/');
      await surfer.follow('Log out');
      await surfer.send();
      expect([surfer.path, await surfer.text('status')]).toEqual(['/login?notice=logged-out', 'You are logged out.']);
      await surfer.page.goBack();
      await surfer.goTo('/docs');
      expect(surfer.path).toBe('/login?next=/docs');
    });

    it('A-6: makes an account of an address, and brings its owner to a page that is open to them', async () => {
      await open();
      const [email, password] = ['visitor@example.org', newPassword()];
      await surfer.goTo('/');
      await surfer.follow('Create an account');
      await surfer.send({ email, password, displayName: 'Anna' });
      expect([surfer.path, await surfer.text('status')]).toEqual(['/register?sent', expect.stringContaining('a link')]);

      await surfer.goTo(`${CONFIRM}?token=${await people.mailbox.token(email, CONFIRM)}`);
      await surfer.send({ password: newPassword() });
      expect(await surfer.text('alert')).toContain('not the password of the account');
      await surfer.send({ password });
      expect(await surfer.text('status')).toContain('The address is confirmed');
      await surfer.send({ email, password });
      expect([surfer.path, await surfer.page.getByText('You are logged in').count()]).toEqual(['/', 1]);
      await surfer.goTo('/docs');
      expect([surfer.path, await surfer.text('heading')]).toEqual(['/docs', 'No access']);
    });

    it('sets another password by a mail, after which the old one is good for nothing', async () => {
      await open();
      const { email, password } = await people.newcomer();
      const second = newPassword();
      await surfer.goTo('/login');
      await surfer.follow('Forgotten the password?');
      await surfer.send({ email });
      expect([surfer.path, await surfer.text('status')]).toEqual([
        '/password/forgot?sent',
        expect.stringContaining('a link'),
      ]);

      const link = `${RESET}?token=${await people.mailbox.token(email, RESET)}`;
      await surfer.goTo(link);
      await surfer.send({ password: 'too short' });
      expect(await surfer.page.getByLabel('New password').getAttribute('aria-invalid')).toBe('true');
      await surfer.send({ password: second });
      expect(await surfer.text('status')).toContain('The new password is set');
      await surfer.send({ email, password });
      expect(await surfer.page.getByRole('alert').count()).toBe(1);
      await surfer.send({ email, password: second });
      expect(surfer.path).toBe('/');

      await surfer.goTo(link);
      await surfer.send({ password: newPassword() });
      expect(await surfer.text('alert')).toContain('The link has been used');
    });

    it.each(['en', 'ru'])(
      'put nothing in the way of anybody, in %s, in the light and in the dark, on a narrow screen',
      async (locale) => {
        // axe is a script, and put into the page.
        await open({ locale, bypassCSP: true, viewport: { width: 320, height: 640 } });
        const obstacles: string[] = [];
        const look = async (): Promise<void> => void obstacles.push(...(await surfer.obstacles()));
        const { email, password } = await people.newcomer();
        const forms: readonly (readonly [string, Record<string, string>])[] = [
          ['/register', { email: 'nobody@nowhere', password: '123' }],
          [`${RESET}?token=x`, { password: newPassword() }],
          [`${CONFIRM}?token=x`, { password: newPassword() }],
          ['/login?next=/docs', { email, password: newPassword() }],
        ];

        for (const path of [
          '/',
          '/register?sent',
          '/password/forgot',
          '/password/forgot?sent',
          '/login?notice=logged-out',
        ]) {
          await surfer.goTo(path);
          await look();
        }
        for (const [path, wrong] of forms) {
          await surfer.goTo(path);
          await look();
          await surfer.send(wrong);
          expect(await surfer.page.getByRole('alert').count()).toBe(1);
          await look();
        }
        await surfer.send({ email, password });
        for (const path of ['/docs', '/', '/logout']) {
          await surfer.goTo(path);
          await look();
        }
        expect(await surfer.page.locator('html').getAttribute('lang')).toBe(locale);
        expect(obstacles).toEqual([]);
      },
    );

    it('B-3: keep the tokens from scripts, also from those of the documentation, which calls nobody but us', async () => {
      await open({});
      await surfer.goTo('/login');
      await surfer.send(administrator());
      await surfer.page.getByText('/api/v1/auth/login').first().waitFor();

      expect(await surfer.page.evaluate('[document.cookie, localStorage.length]')).toEqual(['', 0]);
      const me = `fetch('/api/v1/auth/me').then(async (answer) => [answer.status, (await answer.json()).superuser])`;
      expect(await surfer.page.evaluate(me)).toEqual([200, true]);
    });

    it("B-10: take no form and no request from another site's page, log-in included", async () => {
      const { agent, email, password } = await people.newcomer();
      otherSite = await OtherSite.open(`<!doctype html><title>evil</title>
        <form method="post" action="${running.url}/login"><input name="email" value="${email}">
        <input name="password" value="${password}"><button>win</button></form>`);
      await open({});
      await surfer.goTo(otherSite.url);
      const login = `fetch('${running.url}/api/v1/auth/login', { method: 'POST', mode: 'no-cors', credentials: 'include',
        body: '{"email":"${email}","password":"${password}"}' }).then(() => 'an answer', () => 'nothing')`;
      expect(await surfer.page.evaluate(login)).toBe('nothing');
      await surfer.send();

      expect(await surfer.page.content()).toContain('cross-site-request');
      const { body } = await agent.get('/api/v1/auth/sessions');
      expect(body['items']).toHaveLength(1);
      expect(await surfer.page.context().cookies()).toEqual([]);
      surfer.complaints.length = 0;
    });
  }),
);
