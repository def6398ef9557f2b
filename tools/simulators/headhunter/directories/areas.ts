import tree from './data/areas.json';
import type { Locale } from './locale';

/** One node of the area tree: a country, a region or a city. */
export interface AreaSeed {
  readonly id: string;
  readonly name: string;
  /** English name; the Russian one stands in when it is missing. */
  readonly en?: string;
  readonly areas?: readonly AreaSeed[];
}

interface AreaNode {
  id: string;
  parent_id: string | null;
  name: string;
  areas: AreaNode[];
}

/** The tree of /areas. Inside the simulator an area is its position in a flat list, so that a column can hold it. */
export class AreaDirectory {
  private readonly seeds: AreaSeed[] = [];
  private readonly parents: number[] = [];
  private readonly positions = new Map<string, number>();

  /** @param extra areas that the built-in tree does not know (from a data file); they become roots */
  constructor(extra: readonly AreaSeed[] = []) {
    for (const root of tree as AreaSeed[]) this.add(root, -1);
    for (const area of extra) if (!this.positions.has(area.id)) this.add(area, -1);
  }

  position(id: string): number | undefined {
    return this.positions.get(id);
  }

  id(position: number): string {
    return this.seed(position).id;
  }

  name(position: number, locale: Locale): string {
    const seed = this.seed(position);
    return (locale === 'EN' && seed.en) || seed.name;
  }

  /** The `area` object of vacancies and employers. */
  reference(position: number, locale: Locale): { id: string; name: string; url: string } {
    const id = this.id(position);
    return { id, name: this.name(position, locale), url: `https://api.hh.ru/areas/${id}` };
  }

  /** The country (or other root) an area lies in. */
  root(position: number): string {
    let at = position;
    while ((this.parents[at] as number) >= 0) at = this.parents[at] as number;
    return this.id(at);
  }

  /** The node and all its descendants. */
  subtree(position: number): number[] {
    const children = this.children(position);
    return [position, ...children.flatMap((child) => this.subtree(child))];
  }

  /** The area whose name is this text in any case, for "москва бухгалтер". */
  byName(text: string): number | undefined {
    const wanted = text.toLowerCase();
    const position = this.seeds.findIndex((seed) => seed.name.toLowerCase() === wanted);
    return position < 0 ? undefined : position;
  }

  node(position: number, locale: Locale): AreaNode {
    const parent = this.parents[position] as number;
    return {
      id: this.id(position),
      parent_id: parent < 0 ? null : this.id(parent),
      name: this.name(position, locale),
      areas: this.children(position).map((child) => this.node(child, locale)),
    };
  }

  tree(locale: Locale): AreaNode[] {
    return this.children(-1).map((root) => this.node(root, locale));
  }

  countries(locale: Locale): { id: string; name: string; url: string }[] {
    return this.children(-1).map((root) => this.reference(root, locale));
  }

  private add(seed: AreaSeed, parent: number): void {
    const position = this.seeds.push(seed) - 1;
    this.parents.push(parent);
    this.positions.set(seed.id, position);
    for (const child of seed.areas ?? []) this.add(child, position);
  }

  private children(parent: number): number[] {
    return this.parents.flatMap((candidate, position) => (candidate === parent ? [position] : []));
  }

  private seed(position: number): AreaSeed {
    return this.seeds[position] as AreaSeed;
  }
}
