import { globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { WORKSPACE } from './lint-texts.fixture';
import { contexts, layers } from './matrix.mjs';
import { readAliases, readProjects } from './workspace';

const projects = readProjects(WORKSPACE);
const sources = globSync('{apps,libs,tools,e2e}/**/*.{ts,tsx,mts,cts,js,mjs,cjs}', {
  cwd: WORKSPACE,
  exclude: ['**/node_modules/**'],
});

test('the tags of every project are those of its folder', () => {
  const misplaced = projects.filter(({ root, layer }) => {
    const at = layers[layer]?.at;
    return !at || !matchesGlob(root, at);
  });
  expect(misplaced).toEqual([]);
  const inContext = projects.filter(({ root }) => contexts.some((context) => root.startsWith(`libs/${context}/`)));
  expect(inContext.map(({ scope }) => scope)).toEqual(inContext.map(({ root }) => root.split('/')[1]));
});

test('every source file belongs to a project, else no gate would look at it', () => {
  const roots = projects.map(({ root }) => `${root}/`);
  expect(sources.filter((file) => !roots.some((root) => file.startsWith(root)))).toEqual([]);
});

test('every library has an import path, and its entry point is under its own root', () => {
  const reachable = readAliases(WORKSPACE, projects).map(({ project }) => project.name);
  const libraries = projects.filter(({ root }) => root.startsWith('libs/'));
  expect(libraries.filter(({ name }) => !reachable.includes(name))).toEqual([]);
});

test('the matrix has no cycle, and what a pure layer imports may itself import no more than that layer', () => {
  const open = Object.entries(layers).flatMap(([layer, row]) =>
    row.imports.flatMap((inner) => {
      const further = layers[inner]?.imports ?? [];
      const leaks = row.pure ? further.filter((name) => !row.imports.includes(name)) : [];
      return [...leaks, ...further.filter((name) => name === layer)].map((name) => `${layer} -> ${inner} -> ${name}`);
    }),
  );
  expect(open).toEqual([]);
  expect(Object.values(layers).filter((row) => row.pure && row.imports.some((name) => !layers[name]?.pure))).toEqual(
    [],
  );
});

test('the kernel stays a kernel: at most 300 lines', () => {
  const kernel = sources.filter((file) => dirname(file).startsWith('libs/kernel/src') && !file.endsWith('.spec.ts'));
  const lines = kernel.map((file) => readFileSync(join(WORKSPACE, file), 'utf8').split('\n').length);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(300);
});
