import { silentLogger } from '@job-scope/platform-nest';
import { MailRefusedError, type Mail, type MailTransport } from '@job-scope/platform-nest/mail';
import type { NotificationMail } from '@job-scope/vacancies-ports';
import { aNewVacancy } from '@job-scope/vacancies-testing';
import { PlatformNotificationMailer } from './platform-notification-mailer';

const SECRET = '0198c5a2-7b1c-4def-8a34-3f1c9d2e4b5a';
const vacancy = (changes: object = {}) => ({ ...aNewVacancy('1'), ...changes });

const aMail = (changes: Partial<NotificationMail> = {}, search: Partial<NotificationMail['search']> = {}) => ({
  ...{ id: 'mail-1', deliverTo: 'ann@example.org', vacancies: [vacancy()], total: 1, attempts: 0, ...changes },
  search: {
    name: 'Cooks',
    terms: { text: 'повар & шеф', areaId: ['1', '2'] },
    language: 'en' as const,
    secret: SECRET,
    ...search,
  },
});

const written = async (
  mail: NotificationMail,
  publicUrl = 'https://jobs.example/',
): Promise<Mail & { html: string }> => {
  const sent: Mail[] = [];
  const transport = { send: async (each: Mail) => void sent.push(each) } as unknown as MailTransport;
  expect(await new PlatformNotificationMailer(transport, publicUrl, silentLogger).send(mail)).toBe('sent');
  const [{ html = '', ...rest } = fail()] = sent;
  return { ...rest, html };
};
const fail = (): never => {
  throw new Error('nothing was sent');
};

it('tells of what is new, where more is, and how to end it', async () => {
  const mail = await written(aMail());
  expect(mail).toMatchObject({ id: 'mail-1', to: 'ann@example.org', subject: 'Cooks: 1 new vacancy' });
  expect(mail.unsubscribeUrl).toBe(`https://jobs.example/unsubscribe/${SECRET}`);
  expect(mail.text).toBe(
    `Your saved search “Cooks” has found 1 new vacancy.

Повар
Кафе, from RUB 1 a month
https://example.org/1

All that the search finds:
https://jobs.example/api/v1/vacancies/search?text=%D0%BF%D0%BE%D0%B2%D0%B0%D1%80+%26+%D1%88%D0%B5%D1%84&areaId=1&areaId=2&sort=id

Job Scope sends you this mail because you have saved this search.
No more of these mails:
https://jobs.example/unsubscribe/${SECRET}
`,
  );
  expect(mail.html).toContain('<p><a href="https://example.org/1">Повар</a><br>Кафе, from RUB 1 a month</p>');
  expect(mail.html).toContain(`<a href="https://jobs.example/unsubscribe/${SECRET}">No more of these mails</a>`);
});

it.each([
  [1, 'Повара: 1 новая вакансия'],
  [2, 'Повара: 2 новые вакансии'],
  [5, 'Повара: 5 новых вакансий'],
  [21, 'Повара: 21 новая вакансия'],
])('counts %i in Russian as «%s»', async (total, subject) => {
  const mail = await written(aMail({ total }, { name: 'Повара', language: 'ru' }));
  expect(mail.subject).toBe(subject);
  expect(mail.html).toContain('<html lang="ru">');
  expect(mail.text.replaceAll(/https:\S+|Job Scope/g, '')).not.toMatch(/[a-z]/i);
  expect(mail.text.includes('остальные')).toBe(total > 1);
});

it.each([
  [
    { fromMinor: 10_000_000, toMinor: 15_000_000, currency: 'RUB', gross: true, period: 'month' },
    'от 100 000 ₽ до 150 000 ₽ в месяц',
  ],
  [{ fromMinor: null, toMinor: 5_000, currency: 'JPY', gross: null, period: 'hour' }, 'до 5 000 ¥ в час'],
] as const)('says a salary as people do', async (salary, text) => {
  const mail = await written(aMail({ vacancies: [vacancy({ salary })] }, { language: 'ru' }));
  expect(mail.text).toContain(text);
});

it('lets no source write anything but words', async () => {
  const hostile = vacancy({
    title: '<img src=x onerror=alert(1)>\r\nBcc: eve@example.org',
    employer: '"><script>alert(1)</script>',
    url: 'javascript:alert(1)',
  });
  const { subject, text, html } = await written(aMail({ vacancies: [hostile] }, { name: 'A <b>\u2028bold</b>' }));
  expect(html).not.toMatch(/<(img|script|b)\b|href="javascript/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; Bcc: eve@example.org<br>&quot;&gt;&lt;script&gt;');
  expect(text).not.toContain('javascript:');
  expect(subject).toBe('A <b> bold</b>: 1 new vacancy');
  const quoted = await written(aMail({ vacancies: [vacancy({ url: 'https://example.org/"><b>' })] }));
  expect(quoted.html).not.toContain('<b>');
});

it('tells a refusal from an outage', async () => {
  const failing = (error: Error) =>
    new PlatformNotificationMailer(
      { send: () => Promise.reject(error) } as never,
      'https://jobs.example',
      silentLogger,
    );
  expect(await failing(new MailRefusedError('550')).send(aMail())).toBe('refused');
  await expect(failing(new Error('away')).send(aMail())).rejects.toThrow('away');
});
