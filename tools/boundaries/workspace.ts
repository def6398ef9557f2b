import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** One Nx project, with its place in the matrix as its tags declare it. */
export interface Project {
  readonly name: string;
  /** Relative to the workspace, with forward slashes. */
  readonly root: string;
  /** A row of the matrix: the tag `type:…`. */
  readonly layer: string;
  /** A bounded context, `shared`, `platform` or a name of its own: the tag `scope:…`. */
  readonly scope: string;
}

/** An import path of tsconfig.base.json, e.g. `@job-scope/auth-infrastructure/*`, and the project that it leads to. */
export interface Alias {
  readonly pattern: string;
  readonly target: string;
  readonly project: Project;
}

const tagOf = (tags: readonly string[], kind: string) =>
  tags.find((tag) => tag.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? '';

export const readProjects = (workspace: string): Project[] =>
  globSync('{apps,libs,tools,e2e}/**/project.json', { cwd: workspace, exclude: ['**/node_modules/**'] })
    .map((file) => {
      const { name, tags } = JSON.parse(readFileSync(join(workspace, file), 'utf8'));
      return { name, root: dirname(file), layer: tagOf(tags, 'type'), scope: tagOf(tags, 'scope') };
    })
    .sort((a, b) => a.name.localeCompare(b.name));

/** The compiler options every project shares, as written. */
export const readBaseOptions = (workspace: string): ts.CompilerOptions => {
  const file = join(workspace, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, workspace).options;
};

export const readAliases = (workspace: string, projects: readonly Project[]): Alias[] =>
  Object.entries(readBaseOptions(workspace).paths ?? {}).flatMap(([pattern, [target = '']]) => {
    const project = projects.find(({ root }) => target.startsWith(`./${root}/`));
    return project ? [{ pattern, target, project }] : [];
  });
