import { MailRefusedError, type Mail, type MailTransport } from './mail';

/** A mail as it arrived, decoded. */
export interface ReceivedMail {
  /** The names of all headers, in lower case. */
  readonly headers: readonly string[];
  /** By a name in lower case; empty if there is none. */
  header(name: string): string;
  readonly text: string;
  readonly html?: string;
}

export interface MailTransportHarness {
  /** Sends as `Job Scope <no-reply@jobs.example>`. */
  readonly transport: MailTransport;
  received(): Promise<readonly ReceivedMail[]>;
  close(): Promise<void>;
}

export const FROM = 'Job Scope <no-reply@jobs.example>';

export const aMail = (mail: Partial<Mail> = {}): Mail => ({
  id: 'mail-1',
  to: 'ann@example.com',
  subject: 'Hello',
  text: 'Hello, Ann.\n',
  ...mail,
});

const RUSSIAN = 'Здравствуйте, Анна! 👋🏽 Ваша ссылка:\n\nhttps://jobs.example/confirm?token=a.b=c&x=1\n';

const NO_ADDRESSES = [
  '',
  'ann',
  'ann@',
  '@example.com',
  'ann@example.com, eve@example.com',
  'ann@example.com;eve@example.com',
  'Ann <ann@example.com>',
  'ann@example.com>\r\nRCPT TO:<eve@example.com',
  'ann@example.com\nBcc: eve@example.com',
  'ann@example.com ',
  'a b@example.com',
];

/** What every transport of mail does, whatever carries it. */
export const describeMailTransport = (name: string, open: () => Promise<MailTransportHarness>): void =>
  describe(name, () => {
    let harness: MailTransportHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    const sent = async (mail: Mail): Promise<ReceivedMail> => {
      await harness.transport.send(mail);
      const received = await harness.received();
      expect(received).toHaveLength(1);
      return received[0] as ReceivedMail;
    };

    it('delivers a mail once, from whom and to whom it is', async () => {
      const mail = await sent(aMail());
      expect(mail.header('from')).toBe(FROM);
      expect(mail.header('to')).toBe('ann@example.com');
      expect(mail.header('subject')).toBe('Hello');
      expect(mail.text).toBe('Hello, Ann.\n');
      expect(mail.html).toBeUndefined();
    });

    it('keeps every letter of every language', async () => {
      const html = '<p>Здравствуйте, <b>Анна</b>! 👋🏽</p>\n';
      const mail = await sent(aMail({ subject: 'Подтвердите адрес — это займёт минуту 👋🏽', text: RUSSIAN, html }));
      expect(mail.header('subject')).toBe('Подтвердите адрес — это займёт минуту 👋🏽');
      expect([mail.text, mail.html]).toEqual([RUSSIAN, html]);
    });

    it.each([
      ['lines longer than mail may have', `${'long '.repeat(400)}\n${'х'.repeat(3000)}\n`],
      ['lines that mean something to a mail server', '.\n..\n. \nFrom ann\nQUIT\n--boundary--\n=\n=3D\n'],
      ['blanks at the ends of lines', 'a \n\t\nb\t\n\n\nc\n'],
    ])('keeps %s, alone and beside HTML', async (_, text) => {
      await harness.transport.send(aMail({ text }));
      await harness.transport.send(aMail({ text, html: text, id: 'mail-2' }));
      const texts = (await harness.received()).map((mail) => [mail.text, mail.html]);
      expect(texts).toHaveLength(2);
      expect(texts).toEqual(
        expect.arrayContaining([
          [text, undefined],
          [text, text],
        ]),
      );
    });

    it('delivers many at once, each of them once', async () => {
      const ids = Array.from({ length: 30 }, (_, index) => `mail-${index}`);
      await Promise.all(ids.map((id) => harness.transport.send(aMail({ id, text: `${id}\n` }))));
      const texts = (await harness.received()).map(({ text }) => text.trim());
      expect(texts.toSorted()).toEqual(ids.toSorted());
    });

    it('marks a repetition as the same mail', async () => {
      await harness.transport.send(aMail({ id: '0198-a_B' }));
      await harness.transport.send(aMail({ id: '0198-a_B' }));
      const ids = (await harness.received()).map((mail) => mail.header('message-id'));
      expect(new Set(ids)).toEqual(new Set(['<0198-a_B@jobs.example>']));
    });

    it('says that a machine has written it, so that no machine answers', async () => {
      expect((await sent(aMail())).header('auto-submitted')).toBe('auto-generated');
    });

    it('says where a click ends mails that come again and again, and of others nothing', async () => {
      const url = 'https://jobs.example/unsubscribe/0198c5a2-7b1c-4def-8a34-3f1c9d2e4b5a';
      const mail = await sent(aMail({ unsubscribeUrl: url }));
      expect(mail.header('list-unsubscribe')).toBe(`<${url}>`);
      expect(mail.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    });

    it('names no such place unless there is one', async () => {
      expect((await sent(aMail())).headers.filter((name) => name.startsWith('list-'))).toEqual([]);
    });

    it.each(NO_ADDRESSES)('refuses for good what is no address: %j', async (to) => {
      await expect(harness.transport.send(aMail({ to }))).rejects.toThrow(MailRefusedError);
      expect(await harness.received()).toEqual([]);
    });

    it.each(['Hello\r\nBcc: eve@example.com', 'Hello\n\nbody', 'Hello\rthere'])(
      'refuses for good a subject of several lines: %j',
      async (subject) => {
        await expect(harness.transport.send(aMail({ subject }))).rejects.toThrow(MailRefusedError);
        expect(await harness.received()).toEqual([]);
      },
    );

    it.each(['', '../mail', 'a b', 'a>\r\nBcc: eve@example.com'])('takes no id that could do harm: %j', async (id) => {
      await expect(harness.transport.send(aMail({ id }))).rejects.toThrow('the id of a mail');
      expect(await harness.received()).toEqual([]);
    });

    it('says that it is there', async () => {
      expect(harness.transport.probe).toMatchObject({ name: 'mail', required: false });
      await harness.transport.probe.check();
    });
  });
