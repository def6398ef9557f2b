import { MailRefusedError } from './mail';
import { aMail, describeMailTransport, FROM } from './mail-transport.suite';
import { SmtpMailTransport } from './smtp-mail-transport';
import {
  CREDENTIALS,
  startSmtpServer,
  USER,
  type SmtpServerSettings,
  type TestSmtpServer,
} from './smtp-server.fixture';

/** Reaches this machine, but is not one of its loopback addresses, as far as anybody can tell. */
const ELSEWHERE = '0.0.0.0';

const open = async (settings: SmtpServerSettings, url = 'smtp://localhost') => {
  const server = await startSmtpServer(settings);
  const transport = new SmtpMailTransport(`${url}:${server.port}`, FROM);
  const close = async () => {
    await transport.close();
    await server.close();
  };
  return { server, transport, received: async () => server.received, close };
};

describeMailTransport('SmtpMailTransport, in plain text on this machine', () => open({ security: 'none' }));
describeMailTransport('SmtpMailTransport, by STARTTLS and with a password', () =>
  open({ security: 'starttls', asksPassword: true }, `smtp://${CREDENTIALS}@127.0.0.1`),
);
describeMailTransport('SmtpMailTransport, by TLS from the start', () => open({ security: 'tls' }, 'smtps://localhost'));

describe('SmtpMailTransport', () => {
  let opened: { readonly server: TestSmtpServer; readonly transport: SmtpMailTransport; close(): Promise<void> };
  const given = async (...settings: Parameters<typeof open>) => {
    opened = await open(...settings);
    return opened;
  };
  afterEach(() => opened.close());

  /** Why a mail was not sent. */
  const failureOf = async (transport: SmtpMailTransport) => {
    const failure = await transport.send(aMail()).then(
      () => undefined,
      (error: Error) => error,
    );
    if (!failure) throw new Error('the mail was sent');
    const said = JSON.stringify(failure, Object.getOwnPropertyNames(failure));
    return { isFinal: failure instanceof MailRefusedError, said };
  };

  it('logs in and encrypts if the server can, and hands the mail to its recipient alone', async () => {
    const { server, transport } = await given(
      { security: 'starttls', asksPassword: true },
      `smtp://${CREDENTIALS}@localhost`,
    );
    await transport.send(aMail());
    expect(server.envelopes).toEqual([{ to: ['ann@example.com'], secure: true, user: USER }]);
  });

  it('uses a connection again', async () => {
    const { server, transport } = await given({ security: 'none' });
    for (const id of ['1', '2', '3']) await transport.send(aMail({ id }));
    expect([server.received.length, server.connections()]).toEqual([3, 1]);
  });

  it.each([
    ['does not encrypt', 'none', 'smtp', /STARTTLS/],
    ['has a certificate that nobody has signed, by STARTTLS', 'starttls', 'smtp', /certificate/],
    ['has a certificate that nobody has signed, by TLS', 'tls', 'smtps', /certificate/],
  ] as const)('tells a server elsewhere nothing if it %s', async (_, security, protocol, reason) => {
    const url = `${protocol}://${CREDENTIALS}@${ELSEWHERE}`;
    const { server, transport } = await given({ security, asksPassword: true }, url);
    const failure = await failureOf(transport);
    expect(failure).toEqual({ isFinal: false, said: expect.stringMatching(reason) });
    await expect(transport.probe.check()).rejects.toThrow(reason);
    expect([server.received, server.logins()]).toEqual([[], 0]);
  });

  it.each([
    ['RCPT', '550 5.1.1 no such mailbox'],
    ['RCPT', '550 no such mailbox'],
    ['RCPT', '553 no such mailbox'],
    ['RCPT', '556 5.1.10 this domain takes no mail'],
    ['DATA', '552 5.2.2 the mailbox is full for ever'],
    ['DATA', '554 no such mailbox after all'],
  ] as const)('gives a mail up if %s is answered by %s', async (command, reply) => {
    const { transport } = await given({ security: 'none', says: { [command]: reply } });
    const failure = await failureOf(transport);
    expect(failure.isFinal).toBe(true);
    expect(failure.said).toContain(reply);
  });

  it.each([
    ['MAIL', '550 5.1.8 your sender is nobody'],
    ['MAIL', '451 later'],
    ['RCPT', '450 4.2.1 later'],
    ['RCPT', '503 bad sequence'],
    ['RCPT', '530 log in first'],
    ['RCPT', '554 5.7.1 relay access denied'],
    ['DATA', '452 4.3.1 the disk is full'],
    ['DATA', '554 5.7.1 this looks like spam'],
  ] as const)('leaves a mail to be tried again if %s is answered by %s', async (command, reply) => {
    const { transport } = await given({ security: 'none', says: { [command]: reply } });
    expect((await failureOf(transport)).isFinal).toBe(false);
  });

  it.each(['550 5.1.1', '450 4.2.1'])('does not say for whom a mail was that is answered by %s', async (code) => {
    const says = { RCPT: `${code} <Ann@Example.com>: not here (ann@example.com)` };
    const { transport } = await given({ security: 'none', says });
    const { said } = await failureOf(transport);
    expect(said).toContain(`${code} <…>: not here (…)`);
    expect(said).not.toMatch(/@example/i);
  });

  it('leaves a mail to be tried again if the server is away, or does not know us, and says no password', async () => {
    const wrong = 'wr0ng-s3cret';
    const { server, transport } = await given(
      { security: 'starttls', asksPassword: true },
      `smtp://me:${wrong}@localhost`,
    );
    const unknown = await failureOf(transport);
    await server.close();
    for (const failure of [unknown, await failureOf(transport)]) {
      expect(failure.isFinal).toBe(false);
      expect(failure.said).not.toContain(wrong);
    }
    await expect(transport.probe.check()).rejects.toThrow();
  });

  it('sends nothing in the name of nobody when it has a name', async () => {
    const { server, transport } = await given({ security: 'starttls' }, `smtp://${CREDENTIALS}@localhost`);
    expect((await failureOf(transport)).isFinal).toBe(false);
    expect([server.received, server.logins()]).toEqual([[], 0]);
  });

  it('asks the server at most once a minute whether it is there', async () => {
    const { server } = await given({ security: 'none' });
    let now = 0;
    const transport = new SmtpMailTransport(`smtp://localhost:${server.port}`, FROM, { now: () => new Date(now) });
    await transport.probe.check();
    now = 59_999;
    await Promise.all([transport.probe.check(), transport.probe.check()]);
    expect(server.connections()).toBe(1);
    now = 60_000;
    await transport.probe.check();
    expect(server.connections()).toBe(2);
    await transport.close();
  });

  it('sends nothing once it is closed', async () => {
    const { server, transport } = await given({ security: 'none' });
    await transport.close();
    expect((await failureOf(transport)).isFinal).toBe(false);
    expect(server.received).toEqual([]);
  });
});
