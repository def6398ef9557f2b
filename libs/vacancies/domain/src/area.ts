import { OWN, type SourceName, type VacancyOrigin } from './source';
import type { Reference } from './vacancy-parts';

/** What a source's directory of areas says of one. */
export interface AreaNode {
  readonly id: string;
  readonly name: string;
  /** Null for the widest. */
  readonly parentId: string | null;
}

/** An area of a source, with its place among the others. */
export interface Area extends AreaNode {
  readonly source: SourceName;
  /** From the widest area to this one. */
  readonly path: readonly Reference[];
}

export type AreaKey = Pick<Area, 'source' | 'id'>;

/** Whose directory has the areas of a vacancy: superusers choose from HeadHunter's, the largest there is. */
export const directoryOf = (origin: VacancyOrigin): SourceName => (origin === OWN ? 'headhunter' : origin);

/**
 * The areas of one source with their paths. Of two with one identifier the first counts; an area whose parent is not
 * there is one of the widest, and so is one that would lie within itself.
 */
export const areasOf = (source: SourceName, nodes: readonly AreaNode[]): readonly Area[] => {
  const byId = new Map<string, AreaNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const paths = new Map<string, readonly Reference[]>();
  for (const node of byId.values()) fillPaths(node, byId, paths);
  return [...byId.values()].map(({ id, name }) => {
    const path = paths.get(id) ?? [];
    return { source, id, name, parentId: path.at(-2)?.id ?? null, path };
  });
};

/** Climbs to the first ancestor whose path is known, then fills in those of all on the way down again. */
const fillPaths = (
  start: AreaNode,
  byId: ReadonlyMap<string, AreaNode>,
  paths: Map<string, readonly Reference[]>,
): void => {
  const climbed = new Map<string, AreaNode>();
  let node: AreaNode | undefined = start;
  while (node && !paths.has(node.id) && !climbed.has(node.id)) {
    climbed.set(node.id, node);
    node = node.parentId === null ? undefined : byId.get(node.parentId);
  }
  let path = (node && paths.get(node.id)) ?? [];
  for (const { id, name } of [...climbed.values()].toReversed()) {
    path = [...path, { id, name }];
    paths.set(id, path);
  }
};
