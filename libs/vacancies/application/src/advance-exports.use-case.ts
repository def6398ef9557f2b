import type { Clock } from '@job-scope/kernel';
import type {
  ExportFiles,
  ExportQueue,
  VacancyExport,
  VacancyHits,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { exportHead, exportLines } from './export-format';
import { foundVacancies } from './found-vacancies';

const PAGE = 1_000;
/** A file of more would fill a disk, and be opened by nothing. */
export const MAX_EXPORTED = 1_000_000;
const RETRY_MS = 5_000;
/** Some ten minutes: an engine that is away for longer is asked again by a new export. */
export const MAX_FAILED_STEPS = 120;
/** So long a file can be had. */
export const KEPT_MS = 24 * 3600_000;

export interface ExportStep {
  /** False if there is nothing to do. */
  readonly taken: boolean;
  /** What the step threw, if it did: the export is put off, as when search is away, and the others have their turn. */
  readonly error?: unknown;
}

/**
 * Takes the next step of an export: one page more in its file. A step is a transaction that holds the export; the row says
 * how much of the file counts, so that when a worker dies in the middle, another one writes the same page again.
 */
export class AdvanceExports {
  constructor(
    private readonly queue: ExportQueue,
    private readonly reader: VacancySearchReader,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<ExportStep> {
    let taken: VacancyExport | undefined;
    try {
      const found = await this.queue.advance(this.clock.now(), async (open) => {
        taken = open;
        return this.step({ ...open, status: 'running' });
      });
      return { taken: found };
    } catch (error) {
      if (!taken) throw error;
      // In a transaction of its own: that of the step may be what failed.
      await this.queue.amend(taken.id, (open) => this.failed(open, 'internal-error'));
      return { taken: true, error };
    }
  }

  private async step(open: VacancyExport): Promise<VacancyExport> {
    const begun = { ...open, startedAt: open.startedAt ?? this.clock.now() };
    const request: VacancySearch = { ...begun.search, limit: PAGE, facets: [], highlight: false };
    const found = begun.next
      ? await this.reader.search({ ...request, from: begun.next })
      : await foundVacancies(this.reader, request);
    // A cursor that fits no more, as when another engine answers meanwhile: what is written cannot be gone on with.
    if (!found.ok)
      return this.failed(found.error.code === 'search.cursor-expired' ? anew(begun) : begun, found.error.code);
    if (!('hits' in found.value)) return this.written(begun, found.value);
    const { hits, correctedText } = found.value;
    const search = { ...begun.search, text: correctedText ?? begun.search.text };
    return this.written({ ...begun, search, total: hits.total.exact ? hits.total.value : null }, hits);
  }

  private async written(open: VacancyExport, { items, next }: VacancyHits): Promise<VacancyExport> {
    const rows = open.rows + items.length;
    if (Math.max(rows, open.total ?? 0) > MAX_EXPORTED) {
      return this.ended(open, 'failed', `exports.too-large: more than ${MAX_EXPORTED} vacancies match`);
    }
    const head = open.next === null ? exportHead(open.format) : '';
    const bytes = await this.files.write(open, open.bytes, head + exportLines(open.format, items));
    if (bytes === undefined) return this.failed(anew(open), 'what was written of the file is not there');
    const grown = { ...open, rows, bytes, next: next ?? null, failure: null };
    if (next) return grown;
    await this.files.complete(open);
    return this.ended(grown, 'succeeded', null);
  }

  private failed(open: VacancyExport, failure: string): VacancyExport {
    const failedSteps = open.failedSteps + 1;
    if (failedSteps >= MAX_FAILED_STEPS) return this.ended({ ...open, failedSteps }, 'failed', failure);
    return { ...open, failedSteps, failure, availableAt: new Date(this.clock.now().getTime() + RETRY_MS) };
  }

  private ended(open: VacancyExport, status: 'succeeded' | 'failed', failure: string | null): VacancyExport {
    const finishedAt = this.clock.now();
    return { ...open, status, failure, finishedAt, expiresAt: new Date(finishedAt.getTime() + KEPT_MS) };
  }
}

const anew = (open: VacancyExport): VacancyExport => ({ ...open, next: null, rows: 0, bytes: 0 });
