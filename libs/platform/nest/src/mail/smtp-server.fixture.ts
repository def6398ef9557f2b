import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { ReceivedMail } from './mail-transport.suite';
import { readMail } from './received-mail.fixture';

export const USER = 'job scope@relay';
export const PASSWORD = 'p@ss:w/rd%';
/** As they stand in a URL. */
export const CREDENTIALS = 'job%20scope%40relay:p%40ss%3Aw%2Frd%25';

export interface SmtpServerSettings {
  /** `starttls` and `tls` by a certificate that nobody has signed. */
  readonly security: 'none' | 'starttls' | 'tls';
  /** Asks for `USER` and `PASSWORD`. */
  readonly asksPassword?: boolean;
  /** What it says to the sender, to a recipient or to the mail itself in place of "ok". */
  readonly says?: Partial<Record<'MAIL' | 'RCPT' | 'DATA', string>>;
}

export interface TestSmtpServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Of each mail: to whom it was handed over, and how. */
  readonly envelopes: readonly { readonly to: readonly string[]; readonly secure: boolean; readonly user?: string }[];
  /** How many connections there have been, and how often a password was said. */
  connections(): number;
  logins(): number;
  close(): Promise<void>;
}

/** A real mail server, on all addresses of this machine. */
export const startSmtpServer = async ({
  security,
  asksPassword = false,
  says = {},
}: SmtpServerSettings): Promise<TestSmtpServer> => {
  const received: ReceivedMail[] = [];
  const envelopes: TestSmtpServer['envelopes'][number][] = [];
  let [connections, logins] = [0, 0];
  const options: SMTPServerOptions = {
    logger: false,
    secure: security === 'tls',
    disabledCommands: [...(security === 'none' ? ['STARTTLS'] : []), ...(asksPassword ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    authOptional: !asksPassword,
    closeTimeout: 1,
    onConnect: (_, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _, done) => {
      logins += 1;
      return username === USER && password === PASSWORD ? done(null, { user: USER }) : done(answer('535 who is that'));
    },
    onMailFrom: (_, __, done) => done(answer(says.MAIL)),
    onRcptTo: (_, __, done) => done(answer(says.RCPT)),
    onData: (stream, { envelope, secure, user }, done) =>
      void buffer(stream).then((raw) => {
        if (says.DATA) return done(answer(says.DATA));
        received.push(readMail(raw));
        envelopes.push({ to: envelope.rcptTo.map(({ address }) => address), secure, user });
        done();
      }),
  };
  const server = new SMTPServer(options);
  // A client that breaks off is a case of the tests, not of the server.
  server.on('error', () => undefined);
  const listening = server.listen(0);
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    received,
    envelopes,
    connections: () => connections,
    logins: () => logins,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
};

const answer = (text: string | undefined): Error | null =>
  text === undefined ? null : Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
