import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { layers, testFiles } from './matrix.mjs';
import { type Alias, type Project, readAliases, readBaseOptions, readProjects } from './workspace';

/** Shipped sources of a project, absolute. */
const sourcesOf = (workspace: string, project: Project): string[] =>
  globSync(`${project.root}/**/*.{ts,tsx,mts,cts}`, {
    cwd: workspace,
    exclude: ['**/node_modules/**', ...testFiles],
  }).map((file) => join(workspace, file));

const mayImport = (from: Project, to: Project): boolean =>
  (layers[from.layer]?.imports.includes(to.layer) ?? false) && [from.scope, 'shared'].includes(to.scope);

/** The declarations that `lib: ["es2023"]` is made of; a `/// <reference lib>` cannot add others. */
const LANGUAGE_LIBRARY = /\/lib\.(es5|es201\d|es202[0-3]|decorators)(\.[\w.]+)?\.d\.ts$/;

/** A compiler host for which only the given files exist: no node_modules, no @types, no file of another layer. */
const hostSeeing = (files: ReadonlySet<string>, options: ts.CompilerOptions): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  const folders = [...files].map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  return {
    ...host,
    getSourceFile: (file, ...rest) =>
      files.has(file) || LANGUAGE_LIBRARY.test(file) ? host.getSourceFile(file, ...rest) : undefined,
    fileExists: (file) => files.has(file),
    directoryExists: (folder) => folders.some((known) => known.startsWith(`${folder}/`)),
    getDirectories: () => [],
  };
};

/** Type errors of one project when the compiler sees nothing but what its row of the matrix allows. */
const compileAlone = (workspace: string, project: Project, projects: readonly Project[], aliases: readonly Alias[]) => {
  const allowed = projects.filter((other) => mayImport(project, other));
  const own = sourcesOf(workspace, project);
  const options: ts.CompilerOptions = {
    ...readBaseOptions(workspace),
    noEmit: true,
    types: [],
    typeRoots: [],
    lib: ['lib.es2023.d.ts'],
    paths: Object.fromEntries(
      aliases
        .filter((alias) => allowed.includes(alias.project))
        .map(({ pattern, target }) => [pattern, [join(workspace, target)]]),
    ),
  };
  const visible = new Set([...own, ...allowed.flatMap((other) => sourcesOf(workspace, other))]);
  const program = ts.createProgram({ rootNames: own, options, host: hostSeeing(visible, options) });
  return ts.getPreEmitDiagnostics(program).filter(({ file }) => !file || own.includes(file.fileName));
};

/**
 * Gate 2: compiles every pure layer alone, so that an import, a type or a global from outside its row does not resolve,
 * however it is written.
 *
 * @returns one message per type error, with the path relative to the workspace; empty when all is well
 */
export const isolatedCompile = (workspace: string): string[] => {
  const projects = readProjects(workspace);
  const aliases = readAliases(workspace, projects);
  return projects
    .filter(({ layer }) => layers[layer]?.pure)
    .flatMap((project) => compileAlone(workspace, project, projects, aliases))
    .map((diagnostic) =>
      ts.formatDiagnostic(diagnostic, {
        getCurrentDirectory: () => workspace,
        getCanonicalFileName: (name) => name,
        getNewLine: () => '\n',
      }),
    );
};

if (require.main === module) {
  const errors = isolatedCompile(process.cwd());
  process.stdout.write(errors.length ? errors.join('') : 'Every pure layer compiles alone.\n');
  process.exitCode = errors.length ? 1 : 0;
}
