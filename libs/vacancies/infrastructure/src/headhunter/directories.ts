import { ok, type Clock } from '@job-scope/kernel';
import type { AreaNode } from '@job-scope/vacancies-domain';
import type { RequestQuota } from '@job-scope/vacancies-ports';
import { HeadHunterDirectory, type DirectoryAnswer } from './directory';
import type { HeadHunterClient } from './headhunter-client';
import { readAreas, readRoles } from './read-directories';
import type { Directories } from './split-slice';

/** The directories by which searches are split. */
export class HeadHunterDirectories {
  private readonly areas: HeadHunterDirectory<Pick<Directories, 'rootAreas' | 'childrenOf'>>;
  private readonly roles: HeadHunterDirectory<readonly string[]>;

  constructor(client: HeadHunterClient, clock: Clock) {
    this.areas = new HeadHunterDirectory(client, clock, 'areas', (body) => {
      const nodes = readAreas(body);
      return nodes && toTree(nodes);
    });
    this.roles = new HeadHunterDirectory(client, clock, 'professional_roles', readRoles);
  }

  async read(signal: AbortSignal, quota?: RequestQuota): Promise<DirectoryAnswer<Directories>> {
    const areas = await this.areas.get(signal, quota);
    if (!areas.result.ok) return { ...areas, result: areas.result };
    const roles = await this.roles.get(signal, quota);
    const requests = areas.requests + roles.requests;
    if (!roles.result.ok) return { result: roles.result, requests };
    return { result: ok({ ...areas.result.value, roles: roles.result.value }), requests };
  }
}

const toTree = (nodes: readonly AreaNode[]): Pick<Directories, 'rootAreas' | 'childrenOf'> => {
  const childrenOf = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { id, parentId } of nodes) if (parentId !== null) childrenOf.get(parentId)?.push(id);
  return { rootAreas: nodes.filter(({ parentId }) => parentId === null).map(({ id }) => id), childrenOf };
};
