import { err, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type {
  ExportFileName,
  ExportFileReader,
  ExportFiles,
  ExportKey,
  ExportKeyReused,
  ExportListFailure,
  ExportQueue,
  ExportStore,
  OpenedFile,
  TooManyExports,
  VacancyExport,
} from '@job-scope/vacancies-ports';

const isOpen = ({ status, expiresAt }: VacancyExport): boolean =>
  (status === 'requested' || status === 'running') && expiresAt === null;

const byTurn = (a: VacancyExport, b: VacancyExport): number =>
  a.availableAt.getTime() - b.availableAt.getTime() ||
  a.requestedAt.getTime() - b.requestedAt.getTime() ||
  (a.id < b.id ? -1 : 1);

const LIST = 'vacancies/in-memory/exports';

const isOver = ({ expiresAt }: VacancyExport, now: Date): boolean => expiresAt !== null && expiresAt <= now;

/** Both sides of exports. */
export class InMemoryExports implements ExportStore, ExportQueue {
  protected readonly rows = new Map<string, VacancyExport>();
  protected readonly keys = new Map<string, ExportKey & Pick<VacancyExport, 'id'>>();
  private readonly held = new Set<string>();

  async add(
    fresh: VacancyExport,
    key: ExportKey,
    maxOpen: number,
  ): Promise<Result<VacancyExport, TooManyExports | ExportKeyReused>> {
    const name = `${fresh.ownerId} ${key.key}`;
    const [known, stored] = [this.keys.get(name), this.rows.get(this.keys.get(name)?.id ?? '')];
    if (known && stored) {
      return known.fingerprint === key.fingerprint ? ok(stored) : err({ code: 'exports.idempotency-key-reused' });
    }
    const open = [...this.rows.values()].filter((each) => each.ownerId === fresh.ownerId && isOpen(each));
    if (open.length >= maxOpen) return err({ code: 'exports.too-many' });
    this.rows.set(fresh.id, structuredClone(fresh));
    this.keys.set(name, { ...key, id: fresh.id });
    return ok(fresh);
  }

  async ofOwner(
    ownerId: string,
    now: Date,
    { limit, from }: { readonly limit: number; readonly from?: PagePosition },
  ): Promise<Result<Page<VacancyExport>, ExportListFailure>> {
    const [after, ...others] = from?.after ?? [];
    const isOurs = from?.list === LIST && isUuid(after) && others.length === 0;
    if (from && !isOurs) return err({ code: 'exports.cursor-expired' });
    const all = [...this.rows.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    const rest = all.filter(
      (each) => each.ownerId === ownerId && !isOver(each, now) && (after === undefined || each.id < String(after)),
    );
    const items = structuredClone(rest.slice(0, limit));
    const last = items.at(-1);
    return ok(last && rest.length > limit ? { items, next: { list: LIST, after: [last.id] } } : { items });
  }

  async byId(id: string, now: Date): Promise<VacancyExport | undefined> {
    const stored = this.rows.get(id);
    return stored && !isOver(stored, now) ? structuredClone(stored) : undefined;
  }

  async expire(id: string, now: Date): Promise<void> {
    const stored = this.rows.get(id);
    if (stored) this.rows.set(id, { ...stored, expiresAt: now });
    for (const [name, key] of this.keys) if (key.id === id) this.keys.delete(name);
  }

  async advance(now: Date, work: (open: VacancyExport) => Promise<VacancyExport>): Promise<boolean> {
    const next = [...this.rows.values()]
      .filter((each) => isOpen(each) && each.availableAt <= now && !this.held.has(each.id))
      .sort(byTurn)[0];
    if (!next) return false;
    this.held.add(next.id);
    try {
      this.rows.set(next.id, structuredClone(await work(structuredClone(next))));
      return true;
    } finally {
      this.held.delete(next.id);
    }
  }

  async amend(id: string, change: (open: VacancyExport) => VacancyExport): Promise<void> {
    const stored = this.rows.get(id);
    if (stored && isOpen(stored) && !this.held.has(id)) this.rows.set(id, structuredClone(change(stored)));
  }

  async forgetExpired(
    now: Date,
    limit: number,
    remove: (expired: readonly VacancyExport[]) => Promise<void>,
  ): Promise<number> {
    const all = [...this.rows.values()].filter((each) => isOver(each, now));
    const expired = all.slice(0, limit);
    if (expired.length > 0) await remove(structuredClone(expired));
    for (const { id } of expired) this.rows.delete(id);
    return expired.length;
  }
}

/** A disk that can be looked at. */
export class InMemoryExportFiles implements ExportFiles, ExportFileReader {
  readonly parts = new Map<string, string>();
  readonly files = new Map<string, string>();

  async write({ id }: ExportFileName, offset: number, text: string): Promise<number | undefined> {
    const before = Buffer.from(this.parts.get(id) ?? '');
    if (before.length < offset) return undefined;
    const whole = Buffer.concat([before.subarray(0, offset), Buffer.from(text)]);
    this.parts.set(id, whole.toString());
    return whole.length;
  }

  async complete({ id }: ExportFileName): Promise<void> {
    const whole = this.parts.get(id);
    if (whole === undefined) throw new Error(`there is no file of export ${id}`);
    this.parts.delete(id);
    this.files.set(id, whole);
  }

  async remove({ id }: ExportFileName): Promise<void> {
    this.parts.delete(id);
    this.files.delete(id);
  }

  async open({ id }: ExportFileName): Promise<OpenedFile | undefined> {
    const text = this.files.get(id);
    if (text === undefined) return undefined;
    const bytes = Buffer.from(text);
    const content = (async function* () {
      yield bytes;
    })();
    return { bytes: bytes.length, content };
  }
}
