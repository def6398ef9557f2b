import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderMailTransport } from './folder-mail-transport';
import { aMail, describeMailTransport, FROM } from './mail-transport.suite';
import { readMail } from './received-mail.fixture';

const open = async () => {
  const parent = mkdtempSync(join(tmpdir(), 'mail-'));
  const folder = join(parent, 'not', 'there yet');
  const clock = { time: Date.UTC(2026, 10, 24), now: () => new Date(clock.time++) };
  const transport = new FolderMailTransport(folder, FROM, clock);
  const files = () => (statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).toSorted() : []);
  const received = async () => files().map((file) => readMail(readFileSync(join(folder, file))));
  return { parent, folder, clock, transport, files, received, close: async () => rmSync(parent, { recursive: true }) };
};

describeMailTransport('FolderMailTransport', open);

describe('FolderMailTransport', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  it('names mails so that they stand in the order of time', async () => {
    const { clock, transport, files } = opened;
    for (const [hour, id] of [9, 10, 20].map((value, index) => [value, ['c', 'b', 'a'][index] ?? ''] as const)) {
      clock.time = Date.UTC(2026, 10, 24, hour);
      await transport.send(aMail({ id }));
    }
    expect(files()).toEqual([
      '2026-11-24T09-00-00.000Z-c.eml',
      '2026-11-24T10-00-00.000Z-b.eml',
      '2026-11-24T20-00-00.000Z-a.eml',
    ]);
  });

  it('lets nobody else read them', async () => {
    const { folder, transport, files } = opened;
    await transport.send(aMail());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(files().map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600]);
  });

  it('writes them so that a link can be copied from the file', async () => {
    const { folder, transport, files } = opened;
    const link = `http://127.0.0.1:3000/confirm?token=${'x'.repeat(300)}.y=z`;
    const text = `Здравствуйте!\n\n${link}\n`;
    await transport.send(aMail({ text, html: `<p>Здравствуйте!</p>\n` }));
    const file = readFileSync(join(folder, files()[0] ?? ''), 'utf8');
    expect(file).toContain(text.replaceAll('\n', '\r\n'));
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('breaks lines that mail may not have', async () => {
    const { folder, transport, files } = opened;
    await transport.send(aMail({ text: `${'х'.repeat(500)}\n` }));
    const lines = readFileSync(join(folder, files()[0] ?? ''), 'latin1').split('\r\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
  });

  it('leaves no half of a mail when it cannot be written', async () => {
    const { folder, transport, files } = opened;
    const name = '2026-11-24T00-00-00.000Z-mail-1.eml';
    mkdirSync(join(folder, name, 'in the way'), { recursive: true });
    await expect(transport.send(aMail())).rejects.toThrow();
    expect(files()).toEqual([name]);
  });

  it('says when there can be no such folder', async () => {
    const { parent } = opened;
    const file = join(parent, 'file');
    writeFileSync(file, '');
    const transport = new FolderMailTransport(file, FROM);
    await expect(transport.send(aMail())).rejects.toThrow('EEXIST');
    await expect(transport.probe.check()).rejects.toThrow('EEXIST');
  });
});
