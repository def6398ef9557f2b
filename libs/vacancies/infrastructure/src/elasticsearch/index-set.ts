import { errors, type Client, type estypes } from '@elastic/elasticsearch';
import { INDEX_VERSION, mappings, SEARCH_ALIAS, settings } from './search-index';

/**
 * The indexes of one installation. Each has a name of its own, `vacancies-v<version>-<key>`, and is known by aliases:
 * `vacancies-v<version>-read` is what searches of that version read, so that nobody searches an index of another shape;
 * `vacancies-write` is all that the indexer has to write to, of one version at a time; `<index>-writes` lets it write to
 * an index by name without ever making one by mistake.
 */
export class IndexSet {
  readonly readAlias: string;
  readonly writeAlias: string;

  constructor(
    readonly client: Client,
    readonly base = SEARCH_ALIAS,
    readonly version = INDEX_VERSION,
  ) {
    this.readAlias = readAliasOf(base, version);
    this.writeAlias = `${base}-write`;
  }

  nameOf(key: string): string {
    return `${this.base}-v${this.version}-${key}`;
  }

  versionOf(index: string): number | undefined {
    const [, version] = /^-v(\d+)(?:-|$)/.exec(index.slice(this.base.length)) ?? [];
    return version === undefined ? undefined : Number(version);
  }

  /** Every index of the installation, with its aliases. */
  async all(): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = await this.client.indices.get({
      index: `${this.base}-v*`,
      features: 'aliases',
      allow_no_indices: true,
    });
    const ours = Object.entries(found).filter(([name]) => this.versionOf(name) !== undefined);
    return new Map(ours.map(([name, { aliases }]) => [name, Object.keys(aliases ?? {})]));
  }

  /** What searches of our version read. */
  async live(): Promise<string | undefined> {
    return (await this.behind(this.readAlias))[0];
  }

  /** The indexes to write to. Throws unless they are of our shape: another version's worker keeps the others. */
  async writable(): Promise<readonly string[]> {
    const indexes = await this.behind(this.writeAlias);
    const foreign = indexes.find((index) => this.versionOf(index) !== this.version);
    if (foreign)
      throw new Error(`${foreign} is not an index of version ${this.version}, and left to those who made it`);
    if (indexes.length === 0) throw new Error(`there is no index of version ${this.version} behind ${this.writeAlias}`);
    return indexes;
  }

  /** With its alias of its own, and those given, in one step. Harmless when it is there already. */
  async create(index: string, aliases: readonly string[]): Promise<void> {
    const all = Object.fromEntries([guardOf(index), ...aliases].map((alias) => [alias, {}]));
    try {
      await this.client.indices.create({ index, settings, mappings, aliases: all });
    } catch (error) {
      if (!isMadeByAnother(error)) throw error;
    }
  }

  async change(actions: readonly estypes.IndicesUpdateAliasesAction[]): Promise<void> {
    if (actions.length > 0) await this.client.indices.updateAliases({ actions: [...actions] });
  }

  async delete(indexes: readonly string[]): Promise<void> {
    if (indexes.length > 0) await this.client.indices.delete({ index: [...indexes], ignore_unavailable: true });
  }

  private async behind(alias: string): Promise<readonly string[]> {
    try {
      return Object.keys(await this.client.indices.getAlias({ name: alias })).sort();
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 404) return [];
      throw error;
    }
  }
}

export const readAliasOf = (base: string, version = INDEX_VERSION): string => `${base}-v${version}-read`;

/** A write that requires an alias makes no index of guessed fields when the one it means has just been dropped. */
export const guardOf = (index: string): string => `${index}-writes`;

const isMadeByAnother = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.body?.error?.type === 'resource_already_exists_exception';
