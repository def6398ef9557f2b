import { ArrayMaxSize, IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSettings } from './describe-settings';
import { loadSettings, SettingsError, type Environment, type SettingFault } from './load-settings';
import { ServiceSettings } from './service-settings';
import { Setting } from './setting.decorator';

class Sample {
  @Setting({ describe: 'the port of the public API' })
  @IsInt()
  @Min(0)
  @Max(65535)
  port: number = 3000;

  @Setting({ describe: 'whether to try it only' })
  dryRun: boolean = false;

  @Setting({ describe: 'the URL of PostgreSQL', secret: true })
  @IsUrl({ protocols: ['postgres'], require_protocol: true, require_tld: false })
  databaseUrl!: string;

  @Setting({ describe: 'origins that may send cookies' })
  @ArrayMaxSize(2)
  allowedOrigins: string[] = [];

  @Setting({ describe: 'who asks', env: 'CONTACT' })
  @IsOptional()
  @Matches(/@/)
  userAgent?: string;
}

const DATABASE_URL = 'postgres://app:hunter2@localhost/db';

const faultsOf = (env: Environment): readonly SettingFault[] => {
  try {
    loadSettings(Sample, env);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
};

describe('settings', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileWith = (text: string): string => {
    const file = join(folder, 'value');
    writeFileSync(file, text);
    return file;
  };

  it('takes defaults for what is not set', () => {
    expect(loadSettings(Sample, { DATABASE_URL })).toEqual({
      port: 3000,
      dryRun: false,
      databaseUrl: DATABASE_URL,
      allowedOrigins: [],
    });
  });

  it('reads each type from text', () => {
    const env = {
      DATABASE_URL,
      PORT: '8080',
      DRY_RUN: 'true',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
    };
    expect(loadSettings(Sample, env)).toMatchObject({
      port: 8080,
      dryRun: true,
      allowedOrigins: ['https://a.example', 'https://b.example'],
    });
  });

  it('counts an empty variable as not set', () => {
    expect(loadSettings(Sample, { DATABASE_URL, PORT: '' }).port).toBe(3000);
    expect(faultsOf({ DATABASE_URL: '' })).toMatchObject([{ variable: 'DATABASE_URL', got: 'nothing' }]);
  });

  it('reads a variable under another name if told so', () => {
    expect(loadSettings(Sample, { DATABASE_URL, CONTACT: 'me@example.org' }).userAgent).toBe('me@example.org');
  });

  it('reads X_FILE in place of X, without its final line break', () => {
    expect(loadSettings(Sample, { DATABASE_URL_FILE: fileWith(`${DATABASE_URL}\n`) }).databaseUrl).toBe(DATABASE_URL);
  });

  it('refuses X together with X_FILE', () => {
    expect(faultsOf({ DATABASE_URL, DATABASE_URL_FILE: fileWith('x') })).toEqual([
      { variable: 'DATABASE_URL', got: 'both DATABASE_URL and DATABASE_URL_FILE', wants: 'only one of them' },
    ]);
  });

  it('names a file that cannot be read', () => {
    const [fault] = faultsOf({ DATABASE_URL_FILE: join(folder, 'absent') });
    expect(fault).toMatchObject({ variable: 'DATABASE_URL_FILE' });
    expect(fault?.got).toMatch(/absent", which cannot be read \(ENOENT\)$/);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT', '"abc"', 'the port of the public API (a number)'],
    [{ PORT: '0x' }, 'PORT', '"0x"', 'the port of the public API (a number)'],
    [{ PORT: '70000' }, 'PORT', '"70000"', 'the port of the public API (must not be greater than 65535)'],
    [{ PORT: '1.5' }, 'PORT', '"1.5"', 'the port of the public API (must be an integer number)'],
    [{ DRY_RUN: 'yes' }, 'DRY_RUN', '"yes"', 'whether to try it only (true or false)'],
    [{ CONTACT: 'nobody' }, 'CONTACT', '"nobody"', 'who asks (must match /@/ regular expression)'],
  ])('explains what is wrong with %j', (env, variable, got, wants) => {
    expect(faultsOf({ DATABASE_URL, ...env })).toEqual([{ variable, got, wants }]);
  });

  it('lists every fault at once', () => {
    expect(() => loadSettings(Sample, { PORT: 'abc', DRY_RUN: 'yes' })).toThrow(
      /^Wrong or missing settings:\n {2}PORT: .*\n {2}DRY_RUN: .*\n {2}DATABASE_URL: got nothing; wants the URL/,
    );
  });

  it('never shows a secret', () => {
    const [fault] = faultsOf({ DATABASE_URL: 'hunter2' });
    expect(fault?.got).toBe('a secret of 7 characters (not shown)');
    expect(() => loadSettings(Sample, { DATABASE_URL: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it('refuses a declaration whose type it cannot read', () => {
    const declare = () => {
      class Wrong {
        @Setting({ describe: 'a moment' })
        at: Date = new Date(0);
      }
      return Wrong;
    };
    expect(declare).toThrow('setting at must be declared as a string, number, boolean or array');
  });

  it('inherits the settings of every service', () => {
    class Api extends ServiceSettings {
      override managementPort: number = 3001;

      @Setting({ describe: 'a word of at least three letters' })
      @MinLength(3)
      word: string = 'yes';
    }
    expect(loadSettings(Api, { LOG_LEVEL: 'debug' })).toEqual({
      nodeEnv: 'production',
      logLevel: 'debug',
      managementHost: '127.0.0.1',
      managementPort: 3001,
      shutdownGraceSeconds: 10,
      word: 'yes',
    });
    expect(describeSettings(Api).map(({ variable }) => variable)).toEqual([
      'NODE_ENV',
      'LOG_LEVEL',
      'MANAGEMENT_HOST',
      'MANAGEMENT_PORT',
      'SHUTDOWN_GRACE_SECONDS',
      'WORD',
    ]);
  });

  it('describes each setting for the table of variables', () => {
    const rows = describeSettings(Sample);
    expect(rows).toHaveLength(5);
    expect(rows).toContainEqual({
      variable: 'PORT',
      type: 'number',
      default: '3000',
      required: false,
      secret: false,
      description: 'the port of the public API',
    });
    expect(rows).toContainEqual(expect.objectContaining({ variable: 'DATABASE_URL', required: true, secret: true }));
    expect(rows).toContainEqual(expect.objectContaining({ variable: 'CONTACT', required: false }));
  });
});
