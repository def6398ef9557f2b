import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import type { Answer, HeadHunterClient } from './headhunter-client';
import type { Directories } from './split-slice';

/** As long as the API allows its directories to be kept (`Cache-Control: max-age=1200`). */
const FRESH_MS = 1_200_000;

const NO_PARAMETERS = new URLSearchParams();

interface Loaded {
  readonly directories: Directories;
  readonly at: number;
}

export interface DirectoriesAnswer {
  readonly result: Result<Directories, SourceFailure>;
  readonly requests: number;
}

/** The directories of HeadHunter, asked for when they are needed and kept as long as they are fresh. */
export class HeadHunterDirectories {
  private loaded: Loaded | undefined;

  constructor(
    private readonly client: HeadHunterClient,
    private readonly clock: Clock,
  ) {}

  async read(signal: AbortSignal): Promise<DirectoriesAnswer> {
    const now = this.clock.now().getTime();
    if (this.loaded && now - this.loaded.at < FRESH_MS) return { result: ok(this.loaded.directories), requests: 0 };
    const areas = await this.client.get('areas', NO_PARAMETERS, signal);
    const roles = await this.client.get('professional_roles', NO_PARAMETERS, signal);
    const requests = areas.requests + roles.requests;
    const failure = failureOf(areas) ?? failureOf(roles);
    if (failure) return { result: err(failure), requests };
    const directories = toDirectories(valueOf(areas), valueOf(roles));
    this.loaded = { directories, at: now };
    return { result: ok(directories), requests };
  }
}

const failureOf = ({ result }: Answer): SourceFailure | undefined => {
  if (result.ok) return undefined;
  const { error } = result;
  if (error.code === 'headhunter.too-deep') return { code: 'source.unavailable', detail: error.code };
  if (error.code === 'headhunter.token-refused') return { code: 'source.unauthorized', detail: error.detail };
  return error;
};

const valueOf = ({ result }: Answer): unknown => (result.ok ? result.value : undefined);

interface AreaNode {
  readonly id: string;
  readonly areas?: readonly AreaNode[];
}

/** Tolerant: what is not as documented is left out. */
const toDirectories = (areas: unknown, roles: unknown): Directories => {
  const roots = Array.isArray(areas) ? (areas as AreaNode[]) : [];
  const childrenOf = new Map<string, readonly string[]>();
  const walk = ({ id, areas: children = [] }: AreaNode): void => {
    childrenOf.set(id, idsOf(children));
    children.forEach(walk);
  };
  roots.forEach(walk);
  const categories =
    (roles as { categories?: readonly { roles?: readonly AreaNode[] }[] } | undefined)?.categories ?? [];
  const roleIds = categories.flatMap((category) => idsOf(category.roles ?? []));
  return { rootAreas: idsOf(roots), childrenOf, roles: [...new Set(roleIds)] };
};

const idsOf = (nodes: readonly AreaNode[]): readonly string[] => nodes.map(({ id }) => String(id));
