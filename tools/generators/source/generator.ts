import { join } from 'node:path';
import { formatFiles, generateFiles, names, type Tree } from '@nx/devkit';
import { register } from './register';

export interface SourceOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly title?: string;
}

/** What the templates and the files that name a source are filled with. */
export type SourceWords = ReturnType<typeof wordsOf>;

const SOURCES = 'libs/vacancies/infrastructure/src';

/** An adapter skeleton for a source that answers in pages of JSON, registered wherever a source is named. */
export default async function sourceGenerator(tree: Tree, options: SourceOptions): Promise<void> {
  const words = wordsOf(options);
  const folder = `${SOURCES}/${words.name}`;
  if (tree.exists(folder)) throw new Error(`${folder} is there already`);
  generateFiles(tree, join(__dirname, 'files'), folder, words);
  register(tree, words);
  await formatFiles(tree);
}

const wordsOf = ({ name, baseUrl, title }: SourceOptions) => {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`${name} is not a name in lower case with hyphens`);
  const { className, propertyName, constantName } = names(name);
  const { origin } = new URL(baseUrl);
  return { name, className, propertyName, constantName, title: title ?? className, baseUrl, origin };
};
