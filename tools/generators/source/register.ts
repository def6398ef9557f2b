import type { Tree } from '@nx/devkit';
import type { SourceWords } from './generator';

/** Changes one place of a file; a place that is not there any more is named, and nothing is written. */
const edit = (tree: Tree, path: string, place: RegExp, change: (...groups: string[]) => string): void => {
  const text = tree.read(path, 'utf8');
  if (text === null || !place.test(text))
    throw new Error(`${path} has no place like ${place}: is the generator out of date?`);
  tree.write(
    path,
    text.replace(place, (_whole: string, ...groups: unknown[]) => change(...(groups as string[]))),
  );
};

/** Names a new source wherever the others are named. */
export const register = (tree: Tree, words: SourceWords): void => {
  inDomain(tree, words);
  inWorker(tree, words);
  inDeployment(tree, words);
};

const inDomain = (tree: Tree, { name, title, origin }: SourceWords): void => {
  const source = 'libs/vacancies/domain/src/source.ts';
  edit(tree, source, /(SOURCE_NAMES = \[[^\]]*?),?(\s*\] as const)/, (list, end) => `${list}, '${name}'${end}`);
  const terms = `{ title: '${title}', attributionUrl: '${origin}', requestsPerSecond: 1 }`;
  edit(tree, source, /(const SOURCE_TERMS[^]*?\n)(\};)/, (list, end) => `${list}  '${name}': ${terms},\n${end}`);
  edit(
    tree,
    'libs/vacancies/domain/src/source-query.ts',
    /(const ASKABLE[^]*?\n)(\};)/,
    (list, end) => `${list}  '${name}': ['text'],\n${end}`,
  );
};

const inWorker = (tree: Tree, words: SourceWords): void => {
  const { name, className, propertyName, constantName, title, baseUrl } = words;
  const app = 'apps/vacancy-worker/src';
  const entry = `@job-scope/vacancies-infrastructure/${name}`;
  const firstImport = /(import [^]*?;\n)/;
  edit(
    tree,
    `${app}/settings.ts`,
    firstImport,
    (first) => `${first}import { ${constantName}_TERMS } from '${entry}';\n`,
  );
  edit(
    tree,
    `${app}/settings.ts`,
    /(\n)(\}\s*)$/,
    (before, end) => `${before}
  @Setting({ describe: 'the API of ${title}, or a server that speaks like it' })
  @IsWebUrl()
  ${propertyName}BaseUrl: string = '${baseUrl}';

  @Setting({ describe: 'how many requests a second all workers together send to ${title}' })
  @IsRequestRate()
  ${propertyName}RequestsPerSecond: number = ${constantName}_TERMS.requestsPerSecond;
${end}`,
  );
  edit(
    tree,
    `${app}/sources.ts`,
    firstImport,
    (first) => `${first}import { ${className}VacancySource } from '${entry}';\n`,
  );
  const adapter = `new ${className}VacancySource({ baseUrl: settings.${propertyName}BaseUrl }, budgetOf(settings.${propertyName}RequestsPerSecond))`;
  edit(
    tree,
    `${app}/sources.ts`,
    /(const adapters: readonly VacancySource\[\] = \[\n[^]*?)(\n {2}\];)/,
    (list, end) => `${list}\n    ${adapter.replace(/\)$/, ', clock)')},${end}`,
  );
  edit(
    tree,
    `${app}/cli.ts`,
    firstImport,
    (first) => `${first}import { ${className}VacancyRemapper } from '${entry}';\n`,
  );
  edit(
    tree,
    `${app}/cli.ts`,
    /(const remappers: readonly VacancyRemapper\[\] = \[[^\]]*?),?(\s*\];)/,
    (list, end) => `${list}, new ${className}VacancyRemapper()${end}`,
  );
};

const inDeployment = (tree: Tree, { name, constantName, baseUrl }: SourceWords): void => {
  const row = /('vacancy-worker': \[[^\]]*?\n)(\s*\],)/;
  edit(
    tree,
    'tools/boundaries/matrix.mjs',
    row,
    (list, end) => `${list}    'vacancies-infrastructure/${name}',\n${end}`,
  );
  const baseUrlOf = `${constantName}_BASE_URL`;
  const rateOf = `${constantName}_REQUESTS_PER_SECOND`;
  edit(
    tree,
    'docker-compose.yml',
    /([^]*_REQUESTS_PER_SECOND: [^\n]*\n)/,
    (before) => `${before}      ${baseUrlOf}: \${${baseUrlOf}:-${baseUrl}}\n      ${rateOf}: \${${rateOf}:-1}\n`,
  );
};
