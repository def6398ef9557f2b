import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NOWHERE } from '../auth-service.fixture';
import { anIdentityGateway } from '../gateway.fixture';
import { PAGE_PATHS } from './page-paths';
import { ICON_PATH } from './icon';
import { STYLE_PATH } from './style';

const { home: _home, ...SERVED } = PAGE_PATHS;
const PATHS = Object.values(SERVED);
const WITH_TOKEN: readonly string[] = [PAGE_PATHS.resetPassword, PAGE_PATHS.confirmEmail];

let gateway: NestFastifyApplication;
let log: readonly string[];
beforeAll(async () => {
  ({ app: gateway, log } = await anIdentityGateway(NOWHERE));
});
afterAll(() => gateway.close());

describe.each(PATHS)('the page %s', (path) => {
  it('is whole without a script, and is kept by nobody', async () => {
    const { statusCode, headers, body } = await gateway.inject(path);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': WITH_TOKEN.includes(path) ? 'no-referrer' : 'same-origin',
    });
    expect(body).toMatch(/^<!doctype html>/i);
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:|undefined|\[object/i);
    expect([...body.matchAll(/<form[^>]*method="post"[^>]*action="([^"]+)"/g)].map(([, action]) => action)).toEqual([
      path,
    ]);
  });

  it('tells people and their aids what is what', async () => {
    const { body } = await gateway.inject(path);
    const [, title] = /<title>([^<]+) – Job Scope<\/title>/.exec(body) ?? [];
    expect(body).toMatch(`<h1>${title}</h1>`);
    const inputs = [...body.matchAll(/<input(?![^>]*type="hidden")[^>]*>/g)].map(([input]) => input);
    for (const input of inputs) {
      const [, id] = /id="([^"]+)"/.exec(input) ?? [];
      expect(body).toMatch(`<label for="${id}">`);
      expect(input).toMatch(/autocomplete="(username|current-password|new-password|name)"/);
      for (const described of /aria-describedby="([^"]+)"/.exec(input)?.[1]?.split(' ') ?? []) {
        expect(body).toMatch(`id="${described}"`);
      }
    }
  });

  it.each([
    ['ru-RU,ru;q=0.9', 'ru', /[а-я]{3}/],
    ['de', 'en', /^[^а-я]*$/],
  ])('speaks to a reader of %s in %s', async (wish, language, letters) => {
    const { headers, body } = await gateway.inject({ url: path, headers: { 'accept-language': wish } });
    expect(headers['content-language']).toBe(language);
    expect(body).toMatch(`<html lang="${language}">`);
    expect(body).toMatch(letters);
  });

  const post = (headers: Readonly<Record<string, string | undefined>>, payload = 'email=a%40example.com') =>
    gateway.inject({ method: 'POST', url: path, headers, payload });
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([{}, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }])(
    'B-10: takes no form that does not prove to be ours: %j',
    async (headers) => expect((await post({ ...FORM, ...headers })).statusCode).toBe(403),
  );

  it('takes nothing but a form, and none that is too large', async () => {
    const ours = { 'sec-fetch-site': 'same-origin' };
    expect((await post({ ...ours, 'content-type': 'application/json' }, '{}')).statusCode).toBe(415);
    expect((await post({ ...ours, ...FORM }, `email=${'x'.repeat(16_384)}`)).statusCode).toBe(413);
  });

  it('says so, and when to come again, while auth-service is away', async () => {
    const { statusCode, headers, body } = await post({ ...FORM, 'sec-fetch-site': 'same-origin' });
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    expect(body).toMatch(/<title>Error: /);
    expect(body).toMatch(/role="alert"[^]*does not work at the moment/);
  });
});

it.each(WITH_TOKEN)('the token of %s is in no log and no header', async (path) => {
  const { body, headers } = await gateway.inject(`${path}?token=top-s3cret`);
  expect(body).toMatch('<input type="hidden" name="token" value="top-s3cret" />');
  expect(JSON.stringify(headers)).not.toMatch('s3cret');
  expect(log.join('')).toMatch(`GET ${path} 200`);
  expect(log.join('')).not.toMatch('s3cret');
});

it('shows nothing of an address as markup', async () => {
  const evil = encodeURIComponent('"><script>alert(1)</script>');
  for (const path of PATHS) {
    expect((await gateway.inject(`${path}?token=${evil}&next=${evil}&notice=${evil}&email=${evil}`)).body).not.toMatch(
      '<script',
    );
  }
});

it.each([
  [STYLE_PATH, 'text/css; charset=utf-8'],
  [ICON_PATH, 'image/svg+xml'],
])('%s is named by every page, and may be kept for ever', async (path, type) => {
  expect((await gateway.inject(PAGE_PATHS.logIn)).body).toMatch(`href="${path}"`);
  const { statusCode, headers } = await gateway.inject({ url: path, headers: { cookie: 'refresh=r' } });
  expect([statusCode, headers['set-cookie']]).toEqual([200, undefined]);
  expect(headers).toMatchObject({ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' });
});

describe('the style sheet', () => {
  it.each(['light', 'dark'])('has colours that can be told apart in the %s', async (scheme) => {
    const { body } = await gateway.inject(STYLE_PATH);
    const colours = Object.fromEntries(
      [...(body.split('@media')[scheme === 'light' ? 0 : 1] ?? '').matchAll(/--([\w-]+): (#\w{6})/g)].map(
        ([, ...pair]) => pair,
      ),
    );
    const contrasts = ['text', 'quiet', 'line', 'action', 'fault', 'notice'].map((name) =>
      contrast(colours[name], colours['page']),
    );
    for (const value of [...contrasts, contrast(colours['on-action'], colours['action'])]) {
      expect(value).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('has no pages where tokens travel in headers alone', async () => {
  const { app } = await anIdentityGateway(NOWHERE, { transport: 'header' });
  for (const url of [...PATHS, STYLE_PATH, ICON_PATH]) expect((await app.inject(url)).statusCode).toBe(404);
  await app.close();
});

/** WCAG 2.2, relative luminance and contrast ratio. */
const contrast = (one = '', other = ''): number => {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
