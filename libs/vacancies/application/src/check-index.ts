import type {
  DriftKind,
  IndexDrift,
  IndexedRevision,
  IndexOperation,
  IndexRefusals,
  StoredRevisions,
  VacancySearchAdministration,
  VacancySearchIndexer,
} from '@job-scope/vacancies-ports';
import type { EntriesToIndex } from './entries-to-index';
import { next, type StepOutcome } from './index-step';

const PAGE = 1_000;
const SAMPLES = 10;

const NONE: IndexDrift = {
  ...{ missing: 0, stale: 0, surplus: 0, ahead: 0, refused: 0, waiting: 0, repaired: 0, samples: {} },
};

/** The steps of a check: both sides are walked in one order, a page of each at a time. */
export class CheckIndex {
  constructor(
    private readonly stored: StoredRevisions,
    private readonly entries: EntriesToIndex,
    private readonly indexer: VacancySearchIndexer,
    private readonly refusals: IndexRefusals,
  ) {}

  async take(operation: IndexOperation, administration: VacancySearchAdministration): Promise<StepOutcome> {
    const { after, processed, total, drift } = operation.progress;
    const indexed = await administration.revisionsAfter(after, PAGE);
    const stored = await this.stored.after(after, PAGE);
    const end = endOf(indexed, stored);
    const upTo = (page: readonly IndexedRevision[]) => page.filter(({ id }) => end === undefined || id <= end);
    const suspects = [...differences(upTo(stored), upTo(indexed)).keys()];
    const found = suspects.length > 0 ? await this.lookAgain(operation, administration, suspects) : undefined;
    const progress = {
      phase: 'check',
      after: end ?? after,
      processed: processed + upTo(stored).length,
      total: total ?? (await this.stored.count()),
      drift: found ? sum(drift ?? NONE, found) : (drift ?? NONE),
    } as const;
    return end === undefined ? { kind: 'done', progress } : next(progress);
  }

  /**
   * A page of the index is a little older than what is stored, and the relay is at work meanwhile. What still differs
   * now, and had nothing on its way a moment before, will not mend by itself.
   */
  private async lookAgain(
    { engine, repair }: IndexOperation,
    administration: VacancySearchAdministration,
    suspects: readonly string[],
  ): Promise<IndexDrift> {
    const waiting = await this.stored.waiting(suspects);
    const settled = suspects.filter((id) => !waiting.has(id));
    const stored = await this.stored.of(settled);
    const differing = differences(stored, await administration.revisionsOf(settled));
    const refused = await this.refusals.among(engine, [...differing.keys()]);
    const kinds = new Map(
      [...differing].map(([id, kind]) => [id, isRefused(kind, refused.has(id)) ? 'refused' : kind]),
    );
    const repaired = repair ? await this.repair(repairable(kinds), engine) : 0;
    return { ...tally(kinds), waiting: waiting.size, repaired };
  }

  /** What was refused is tried again: its engine may have learned to take it. */
  private async repair(ids: readonly string[], engine: VacancySearchAdministration['engine']): Promise<number> {
    await this.entries.hand(ids, this.indexer);
    return ids.length - (await this.refusals.among(engine, ids)).size;
  }
}

/** How far both pages reach; undefined when both have come to their end and are empty. */
const endOf = (indexed: readonly IndexedRevision[], stored: readonly IndexedRevision[]): string | undefined => {
  const lasts = [indexed, stored].map((page) => ({ id: page.at(-1)?.id, isFull: page.length === PAGE }));
  const bounds = lasts.filter(({ isFull }) => isFull).flatMap(({ id }) => id ?? []);
  const all = lasts.flatMap(({ id }) => id ?? []);
  return bounds.length > 0 ? bounds.toSorted()[0] : all.toSorted().at(-1);
};

/** Of what is on either side, what is not the same on both. */
const differences = (
  stored: readonly IndexedRevision[],
  indexed: readonly IndexedRevision[],
): ReadonlyMap<string, DriftKind> => {
  const inIndex = new Map(indexed.map(({ id, revision }) => [id, revision]));
  const found = new Map<string, DriftKind>();
  for (const { id, revision } of stored) {
    const known = inIndex.get(id);
    inIndex.delete(id);
    if (known === undefined) found.set(id, 'missing');
    else if (known !== revision) found.set(id, known < revision ? 'stale' : 'ahead');
  }
  for (const id of inIndex.keys()) found.set(id, 'surplus');
  return found;
};

const isRefused = (kind: DriftKind, known: boolean): boolean => known && (kind === 'missing' || kind === 'stale');

/** An index that is ahead, as of a database that was restored, refuses what is older: that takes a rebuild. */
const repairable = (kinds: ReadonlyMap<string, DriftKind>): readonly string[] =>
  [...kinds].flatMap(([id, kind]) => (kind === 'ahead' ? [] : [id]));

const tally = (kinds: ReadonlyMap<string, DriftKind>): IndexDrift => {
  const idsOf = (wanted: DriftKind) => [...kinds].filter(([, kind]) => kind === wanted).map(([id]) => id);
  const each = ['missing', 'stale', 'surplus', 'ahead', 'refused'] as const;
  const counts = Object.fromEntries(each.map((kind) => [kind, idsOf(kind).length]));
  const samples = Object.fromEntries(
    each.map((kind) => [kind, idsOf(kind)] as const).filter(([, ids]) => ids.length > 0),
  );
  return { ...NONE, ...counts, samples };
};

const COUNTED = ['missing', 'stale', 'surplus', 'ahead', 'refused', 'waiting', 'repaired'] as const;

const sum = (before: IndexDrift, found: IndexDrift): IndexDrift => {
  const counts = Object.fromEntries(COUNTED.map((name) => [name, before[name] + found[name]]));
  const kinds = new Set([...Object.keys(before.samples), ...Object.keys(found.samples)]) as Set<DriftKind>;
  const samples = Object.fromEntries(
    [...kinds].map((kind) => [
      kind,
      [...(before.samples[kind] ?? []), ...(found.samples[kind] ?? [])].slice(0, SAMPLES),
    ]),
  );
  return { ...NONE, ...counts, samples };
};
