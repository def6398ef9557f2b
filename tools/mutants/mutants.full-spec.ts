import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTANTS } from './mutants';

const WORKSPACE = resolve(__dirname, '../..');
const COPIED = ['libs', 'jest.config.ts', 'jest.preset.js', 'package.json', 'tsconfig.base.json', '.swcrc'];
const JEST = 'node_modules/jest/bin/jest.js';

/** A copy to spoil, so that a run that is cut off leaves nothing behind in the sources. */
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
beforeAll(() => {
  for (const name of COPIED) cpSync(join(WORKSPACE, name), join(copy, name), { recursive: true });
  symlinkSync(join(WORKSPACE, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

const runSpecs = (specs: string) =>
  spawnSync(process.execPath, [JEST, '--config=jest.config.ts', '--runInBand', specs], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' },
  });

const specs = [...new Set(MUTANTS.map((mutant) => mutant.specs))];

test.each(specs)(
  'the copy is sound: %s is green',
  (path) => {
    const { status, stderr } = runSpecs(path);
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringMatching(/Tests: +[1-9]\d* passed/) });
  },
  60_000,
);

test.each(MUTANTS)(
  'broken, it is noticed: $rule',
  ({ file, find, replace, specs }) => {
    const path = join(copy, file);
    const sound = readFileSync(path, 'utf8');
    expect(sound.split(find)).toHaveLength(2);
    writeFileSync(path, sound.replace(find, replace));
    try {
      const { status, stderr } = runSpecs(specs);
      expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringMatching(/Tests: +[1-9]\d* failed/) });
    } finally {
      writeFileSync(path, sound);
    }
  },
  60_000,
);
