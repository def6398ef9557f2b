import { readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { createProjectGraphAsync, workspaceRoot } from '@nx/devkit';
import { createLockFile } from '@nx/js';

interface Metafile {
  readonly outputs: Record<
    string,
    { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }
  >;
}

type PackageJson = Parameters<typeof createLockFile>[0] & { engines?: Record<string, string> };

/** Packages that another one requires only when it needs them, and does not list as its dependency. */
const LAZILY_REQUIRED: Record<string, readonly string[]> = {
  typeorm: ['pg'],
  '@nestjs/common': ['class-transformer', 'class-validator'],
  '@nestjs/core': ['@nestjs/platform-fastify'],
};

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(workspaceRoot, ...path), 'utf8')) as T;
const writeText = (text: string, ...path: string[]) => writeFileSync(join(workspaceRoot, ...path), text);

/** `@scope/name/deep` → `@scope/name` */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What the bundles really import, not what their libraries could: an app pays only for the adapters it composes. */
function importedPackages({ outputs }: Metafile): string[] {
  const imported = Object.values(outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path, external }) => external && !isBuiltin(path))
    .map(({ path }) => packageOf(path));
  return [...new Set(imported.flatMap((name) => [name, ...(LAZILY_REQUIRED[name] ?? [])]))].sort();
}

function versionOf(name: string, root: PackageJson): string {
  const version = root.dependencies?.[name];
  if (!version) throw new Error(`a bundle imports ${name}, which is not in "dependencies" of package.json`);
  return version;
}

/** Writes the package.json and package-lock.json with which a bundle runs after `npm ci --omit=dev` in its own folder. */
async function writeManifest(projectName: string): Promise<void> {
  const graph = await createProjectGraphAsync();
  const project = graph.nodes[projectName];
  if (!project) throw new Error(`there is no project ${projectName}`);
  const output = join('dist', project.data.root);
  const root = readJson<PackageJson>('package.json');
  const manifest: PackageJson = {
    name: `@job-scope/${projectName}`,
    version: root.version,
    private: true,
    license: root.license,
    engines: root.engines,
    main: 'main.js',
    dependencies: Object.fromEntries(
      importedPackages(readJson(output, 'meta.json')).map((name) => [name, versionOf(name, root)]),
    ),
  };
  const lockFile = createLockFile(manifest, graph, 'npm');
  const { overrides, allowScripts } = forLocked(lockFile, root);
  writeText(`${JSON.stringify({ ...manifest, overrides, allowScripts }, null, 2)}\n`, output, 'package.json');
  writeText(lockFile, output, 'package-lock.json');
}

/** The root's rules for packages that are in the lock file: npm refuses an override that refers to one that is not. */
function forLocked(lockFile: string, { overrides, allowScripts }: PackageJson) {
  const { packages } = JSON.parse(lockFile) as { packages: Record<string, unknown> };
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const keepLocked = (rules: object = {}) =>
    Object.fromEntries(Object.entries(rules).filter(([name]) => locked.has(name)));
  return { overrides: keepLocked(overrides), allowScripts: keepLocked(allowScripts) };
}

void writeManifest(process.argv[2] ?? '');
