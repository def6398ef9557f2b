import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const WORKSPACE = resolve(__dirname, '../..');

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}-${index + 1}`);

/** Flaws of the system that this one replaces, by area and number; an area joins when its tests are all there. */
const FLAWS = [
  ...numbered('A', 18),
  ...numbered('B', 17),
  ...numbered('P', 2),
  ...numbered('V', 21),
  ...numbered('C', 4),
];

const TESTS = globSync('{apps,libs,e2e}/**/*.{spec,int-spec,e2e-spec,full-spec,suite,cases}.ts', { cwd: WORKSPACE });

/** Every text in quotes that names a flaw: titles of tests, alone or in tables. */
const titles = TESTS.flatMap((file) =>
  [...readFileSync(join(WORKSPACE, file), 'utf8').matchAll(/(['"`]).*\b[A-Z]-\d+\b.*?\1/g)].map(([title]) => title),
).join('\n');

test.each(FLAWS)('%s has a test that would fail if it came back', (flaw) => {
  expect(new RegExp(`\\b${flaw}\\b`).test(titles)).toBe(true);
});
