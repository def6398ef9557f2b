import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Secrets } from './secrets';

const newSecrets = () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'новые секреты');
  return { folder, secrets: new Secrets(folder) };
};
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('Secrets', () => {
  it('makes a secret once, for its owner alone', () => {
    const { folder, secrets } = newSecrets();
    const made = secrets.ensure('key', 'base64');

    expect(Buffer.from(made, 'base64')).toHaveLength(32);
    expect(new Secrets(folder).ensure('key', 'base64')).toBe(made);
    expect(secrets.ensure('another')).not.toBe(made);
    expect([modeOf(folder), modeOf(secrets.path('key'))]).toEqual([0o700, 0o600]);
  });

  it('writes settings that Node reads back as they were', () => {
    const { secrets } = newSecrets();
    const value = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\r\n\0]/.test(text) && !/'.*"|".*'/.test(text));
    const name = fc.stringMatching(/^X[A-Z]{1,9}$/);

    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1, maxKeys: 5 }), (settings) => {
        const file = secrets.writeEnvironment('some.env', settings);
        const names = JSON.stringify(Object.keys(settings));
        const script = `console.log(JSON.stringify(Object.fromEntries(${names}.map((n) => [n, process.env[n]]))))`;
        const seen = execFileSync(process.execPath, [`--env-file=${file}`, '-e', script], {
          encoding: 'utf8',
          env: {},
        });
        return expect(JSON.parse(seen)).toEqual({ ...settings });
      }),
      { numRuns: 15 },
    );
  });
});
