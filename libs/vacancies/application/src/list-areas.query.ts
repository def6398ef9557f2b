import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';
import { isSourceName, SOURCE_NAMES } from '@job-scope/vacancies-domain';
import type { AreaReader } from '@job-scope/vacancies-ports';
import type { ReferenceView } from './vacancy.view';

export interface ListAreasInput {
  readonly source: string;
  /** Within which area; undefined for all. */
  readonly parent?: string;
  /** How a word of the name begins. */
  readonly q?: string;
  readonly limit: number;
}

export interface AreaView {
  readonly source: string;
  readonly id: string;
  readonly name: string;
  /** Null for the widest. */
  readonly parentId: string | null;
  /** From the widest area to this one. */
  readonly path: readonly ReferenceView[];
  readonly hasChildren: boolean;
}

export type ListAreasFailure =
  | { readonly code: 'areas.not-found' }
  | { readonly code: 'areas.unknown-source'; readonly fields: readonly FieldFault[] };

/** Lists the areas of a source, so that readers can choose one to search in. */
export class ListAreas {
  constructor(private readonly areas: AreaReader) {}

  async execute({ source, parent, q, limit }: ListAreasInput): Promise<Result<readonly AreaView[], ListAreasFailure>> {
    if (!isSourceName(source)) {
      const message = `must be one of ${SOURCE_NAMES.join(', ')}`;
      return err({ code: 'areas.unknown-source', fields: [{ pointer: '/source', message }] });
    }
    const parentId = parent ?? null;
    const items = await this.areas.list({ source, parentId, prefix: q ?? null, limit });
    const isNowhere = items.length === 0 && parentId !== null;
    if (isNowhere && (await this.areas.byKeys([{ source, id: parentId }])).length === 0) {
      return err({ code: 'areas.not-found' });
    }
    return ok(items);
  }
}
