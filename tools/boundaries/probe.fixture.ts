import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { depConstraints } from './constraints.mjs';
import { EXPECTED, EXPECTED_NPM } from './expected.fixture';
import {
  type LintJob,
  type LintMessage,
  NX_RULE,
  WORKSPACE,
  importLines,
  lintTexts,
  verdicts,
} from './lint-texts.fixture';
import { type Matrix, testPackages } from './matrix.mjs';
import { type Project, readAliases, readProjects } from './workspace';

export const projects = readProjects(WORKSPACE);
const aliases = readAliases(WORKSPACE, projects);
const packageJson = JSON.parse(readFileSync(join(WORKSPACE, 'package.json'), 'utf8'));
const runtimePackages: string[] = Object.keys(packageJson.dependencies);
const devPackages: string[] = Object.keys(packageJson.devDependencies);

const OUTSIDE = ['onlyTagsConstraintViolation', 'emptyOnlyTagsConstraintViolation'];
const BY_PATH = ['noRelativeOrAbsoluteImportsAcrossLibraries'];
const BANNED = ['bannedExternalImportsViolation'];

/** One import, and the message ids of which one must be reported for it; none when it is allowed. */
interface Question {
  readonly specifier: string;
  readonly refused: readonly string[];
}

/** One virtual file of a project that imports everything there is. */
export interface Probe {
  readonly project: Project;
  readonly tests: boolean;
  readonly filePath: string;
  readonly questions: readonly Question[];
}

const mayImport = (from: Project, to: Project, tests: boolean): boolean => {
  const [always = '', inTests = ''] = (EXPECTED[from.layer] ?? '').split('+');
  const composesContexts = ['app', 'e2e', 'tools'].includes(from.layer);
  const inReach = composesContexts || [from.scope, 'shared', 'platform'].includes(to.scope);
  return inReach && (tests ? always + inTests : always).split(' ').includes(to.layer);
};

const mayUse = (from: Project, npm: string, tests: boolean): boolean => {
  const allowance = EXPECTED_NPM[from.layer]?.[tests ? 1 : 0];
  if (allowance === 'test') return testPackages.includes(npm);
  return allowance === 'any' || (allowance === 'runtime' && runtimePackages.includes(npm));
};

const probeOf = (project: Project, tests: boolean): Probe => {
  const others = projects.filter((other) => other !== project);
  const byPath = others.map(({ root }) => ({
    specifier: `${relative(`${project.root}/src`, root)}/src/x`,
    refused: BY_PATH,
  }));
  const byAlias = aliases
    .filter((alias) => alias.project !== project)
    .map((alias) => ({
      specifier: alias.pattern.replace('*', 'postgres'),
      refused: mayImport(project, alias.project, tests) ? [] : OUTSIDE,
    }));
  const npm = [...runtimePackages, ...devPackages].map((name) => ({
    specifier: name,
    refused: mayUse(project, name, tests) ? [] : BANNED,
  }));
  const filePath = `${project.root}/src/probe.${tests ? 'spec.ts' : 'ts'}`;
  return { project, tests, filePath, questions: [...byPath, ...byAlias, ...npm] };
};

/** Every project as source, as shipped code and as a test, against every other project and every declared package. */
export const probes: readonly Probe[] = projects.flatMap((project) => [
  probeOf(project, false),
  probeOf(project, true),
]);

/** Asks through the real configuration, or as if the matrix were another. */
export const lintJob = ({ filePath, questions, tests }: Probe, matrix?: Matrix): LintJob => ({
  filePath,
  code: importLines(questions.map(({ specifier }) => specifier)),
  nxOptions: {
    // A cycle is reported instead of the constraint, and would hide that the constraint is gone.
    ignoredCircularDependencies: [['*', '*']],
    ...(matrix && { depConstraints: depConstraints({ matrix, devPackages, tests }) }),
  },
});

/** Where a gate and the expectation differ, one line each. */
export const disagreements = (probe: Probe, messages: readonly LintMessage[]): string[] => {
  const seen = verdicts(messages, NX_RULE, probe.questions.length);
  return probe.questions.flatMap(({ specifier, refused }, index) => {
    const got = seen[index];
    const agrees = refused.length === 0 ? got === undefined : got !== undefined && refused.includes(got);
    return agrees
      ? []
      : [`${probe.filePath} -> ${specifier}: ${got ?? 'allowed'}, expected ${refused[0] ?? 'allowed'}`];
  });
};

export { lintTexts };
