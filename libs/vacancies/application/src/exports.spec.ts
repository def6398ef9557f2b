import { err, ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyHits, VacancySearch } from '@job-scope/vacancies-ports';
import {
  FixedRates,
  hitOf,
  InMemoryExportFiles,
  InMemoryExports,
  NO_HITS,
  NOTHING_TOLD,
  SequentialIds,
  vacancyToFind,
} from '@job-scope/vacancies-testing';
import { AdvanceExports, KEPT_MS, MAX_EXPORTED, MAX_FAILED_STEPS } from './advance-exports.use-case';
import { DeleteExport } from './delete-export.use-case';
import type { ExportInput } from './export-vacancies.query';
import { GetExport } from './get-export.query';
import { OpenExportFile } from './open-export-file.query';
import { RemoveExpiredExports } from './remove-expired-exports.use-case';
import { RequestExport } from './request-export.use-case';

const [ANN, BOB, ROOT] = ['ann', 'bob', 'root'];
type Answer = Result<VacancyHits, SearchFailure>;

const pageOf = (titles: readonly string[], next?: string, total = 3): Answer =>
  ok({
    ...{ ...NO_HITS, items: titles.map((title) => hitOf(vacancyToFind({ title }))) },
    ...(next !== undefined && { next: { list: 'l', after: [next] } }),
    total: { value: total, exact: true },
  });

/** Gateway and worker on one store and one disk, with an engine that answers what a test says. */
class World {
  now = Date.UTC(2026, 4, 1);
  readonly files = new InMemoryExportFiles();
  readonly asked: VacancySearch[] = [];
  answer: (request: VacancySearch) => Answer = ({ from }) => {
    const pages = { 1: pageOf(['c']), 0: pageOf(['a', 'b'], '1') };
    return pages[from?.after[0] === '1' ? 1 : 0];
  };
  readonly exports = new InMemoryExports();
  private readonly clock = { now: () => new Date(this.now) };
  private readonly signer = {
    sign: (text: string) => `signed ${text}`,
    isSignatureOf: (text: string, signature: string) => signature === `signed ${text}`,
  };
  private readonly reader = {
    search: async (request: VacancySearch) => {
      this.asked.push(request);
      return this.answer(request);
    },
    suggest: async () => ok(NOTHING_TOLD),
    similar: async () => ok(NOTHING_TOLD),
  };
  private readonly requestExport = new RequestExport(
    this.exports,
    new FixedRates(),
    { hash: (text) => text },
    this.signer,
    this.clock,
    new SequentialIds('0e0'),
  );
  private readonly getExport = new GetExport(this.exports, this.signer, this.clock);
  readonly advanceExports = new AdvanceExports(this.exports, this.reader, this.files, this.clock);

  request(wish: Partial<ExportInput> = {}, idempotencyKey = 'k', ownerId = ANN!) {
    return this.requestExport.execute({ ownerId, idempotencyKey, wish: { format: 'jsonl', ...wish } });
  }

  async requested(wish: Partial<ExportInput> = {}, key?: string): Promise<string> {
    const made = await this.request(wish, key);
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  }

  get = (id: string, userId = ANN!) => this.getExport.execute(id, { userId, superuser: userId === ROOT });
  delete = (id: string, userId = ANN!) =>
    new DeleteExport(this.exports, this.clock).execute(id, { userId, superuser: userId === ROOT });

  async view(id: string) {
    const found = await this.get(id);
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  }

  advance = async () => (await this.advanceExports.execute()).taken;

  /** Until nothing is left to do, however long it takes. */
  async work(): Promise<void> {
    for (let steps = 0; steps < 1000; steps += 1) {
      if (!(await this.advance())) return;
      this.now += 5_000;
    }
    throw new Error('it does not end');
  }

  open = (link: { readonly id: string; readonly expiresAt: Date; readonly signature: string }) =>
    new OpenExportFile(this.exports, this.files, this.signer, this.clock).execute(link);

  clean = () => new RemoveExpiredExports(this.exports, this.files, this.clock).execute();

  /** The titles in the file, and whether it is ready. */
  titles(id: string): readonly string[] {
    const text = this.files.files.get(id) ?? '';
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).title]));
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('RequestExport', () => {
  it('asks no engine, and is done once however often it is sent', async () => {
    const id = await world.requested({ text: 'повар', sort: 'id', order: 'asc' });
    expect(await world.requested({ order: 'asc', sort: 'id', text: 'повар' })).toBe(id);
    expect(await world.request({ text: 'врач' })).toEqual(err({ code: 'exports.idempotency-key-reused' }));
    expect(world.asked).toEqual([]);
    expect(await world.view(id)).toMatchObject({ status: 'requested', rows: 0, total: null, link: null });
  });

  it('names the parameter at fault', async () => {
    const answer = await world.request({ source: ['linkedin'] });
    expect(answer).toMatchObject({ error: { code: 'search.invalid', fields: [{ pointer: '/source' }] } });
  });

  it('makes two at a time for one user, and others theirs', async () => {
    await world.requested({}, 'k1');
    await world.requested({}, 'k2');
    expect(await world.request({}, 'k3')).toEqual(err({ code: 'exports.too-many' }));
    expect((await world.request({}, 'k3', BOB)).ok).toBe(true);
    await world.work();
    expect((await world.request({}, 'k3')).ok).toBe(true);
  });
});

describe('AdvanceExports', () => {
  it('writes page after page, tells how far it is, and shows the file when it is whole', async () => {
    const id = await world.requested({ text: 'повар' });
    expect(await world.advance()).toBe(true);
    expect(await world.view(id)).toMatchObject({ status: 'running', rows: 2, total: 3, link: null });
    expect(world.files.files.size).toBe(0);
    await world.advance();
    expect(await world.view(id)).toMatchObject({ status: 'succeeded', rows: 3, failure: null });
    expect(world.titles(id)).toEqual(['a', 'b', 'c']);
    expect(await world.advance()).toBe(false);
    const limits = { sort: 'published', facets: [], highlight: false };
    expect(world.asked).toMatchObject([limits, { ...limits, text: 'повар', from: { after: ['1'] } }]);
  });

  it('tells no total that its rows would run past: an engine does not count on for ever', async () => {
    const id = await world.requested();
    world.answer = () => ok({ ...NO_HITS, total: { value: 10_000, exact: false }, next: { list: 'l', after: [] } });
    await world.advance();
    expect(await world.view(id)).toMatchObject({ status: 'running', total: null });
  });

  it('begins a file for spreadsheets with one header', async () => {
    const id = await world.requested({ format: 'csv' });
    await world.work();
    expect(world.files.files.get(id)?.match(/publishedAt/g)).toHaveLength(1);
  });

  it('says of a file how long it is in bytes', async () => {
    const id = await world.requested();
    world.answer = () => pageOf(['Повар']);
    await world.work();
    expect((await world.view(id)).bytes).toBe(Buffer.byteLength(world.files.files.get(id) ?? ''));
  });

  it('writes the same page again when it died behind it', async () => {
    const id = await world.requested();
    await world.advance();
    const complete = jest.spyOn(world.files, 'complete').mockRejectedValueOnce(new Error('killed'));
    jest.spyOn(world.exports, 'amend').mockRejectedValueOnce(new Error('killed'));
    await expect(world.advance()).rejects.toThrow('killed');
    await world.work();
    expect(complete).toHaveBeenCalledTimes(2);
    expect(world.titles(id)).toEqual(['a', 'b', 'c']);
  });

  it('begins anew when the disk has not what was written', async () => {
    const id = await world.requested();
    await world.advance();
    world.files.parts.clear();
    await world.work();
    expect([world.titles(id), (await world.view(id)).rows]).toEqual([['a', 'b', 'c'], 3]);
  });

  it('waits while search is away, and begins anew when the cursor fits no more', async () => {
    const id = await world.requested();
    const usual = world.answer;
    await world.advance();
    world.answer = () => err({ code: 'search.unavailable' });
    await world.advance();
    expect(await world.view(id)).toMatchObject({ status: 'running', rows: 2, failure: 'search.unavailable' });
    expect(await world.advance()).toBe(false);
    world.now += 5_000;
    world.answer = () => err({ code: 'search.cursor-expired' });
    await world.advance();
    expect(await world.view(id)).toMatchObject({ status: 'running', rows: 0 });
    world.now += 5_000;
    world.answer = usual;
    await world.work();
    expect(world.titles(id)).toEqual(['a', 'b', 'c']);
  });

  it('gives up when search stays away', async () => {
    const id = await world.requested();
    world.answer = () => err({ code: 'search.unavailable' });
    await world.work();
    expect(await world.view(id)).toMatchObject({ status: 'failed', failure: 'search.unavailable', link: null });
    expect(world.asked).toHaveLength(MAX_FAILED_STEPS);
  });

  const NONSENSE = 'an engine at 10.0.0.7 was asked nonsense';

  const refusing = (text: string) => {
    const usual = world.answer;
    world.answer = (request) => {
      if (request.text === text) throw new Error(NONSENSE);
      return usual(request);
    };
  };

  it('puts off one that throws, and lets those behind it have their turn', async () => {
    const [poisoned, sound] = [await world.requested({ text: 'яд' }), await world.requested({}, 'k2')];
    refusing('яд');
    expect(await world.advanceExports.execute()).toMatchObject({ taken: true, error: new Error(NONSENSE) });
    expect(await world.view(poisoned)).toMatchObject({ status: 'requested', rows: 0, failure: 'internal-error' });
    await world.advance();
    world.now += 5_000;
    await world.advance();
    expect(await world.view(sound)).toMatchObject({ status: 'succeeded', rows: 3 });
  });

  it('fails one that throws again and again', async () => {
    const id = await world.requested({ text: 'яд' });
    refusing('яд');
    await world.work();
    expect(await world.view(id)).toMatchObject({ status: 'failed', failure: 'internal-error', link: null });
    expect(world.asked).toHaveLength(MAX_FAILED_STEPS);
  });

  it('tells that there is no database, rather than of an export', async () => {
    jest.spyOn(world.exports, 'advance').mockRejectedValueOnce(new Error('no database'));
    await expect(world.advance()).rejects.toThrow('no database');
  });

  it('refuses at once what would fill the disk', async () => {
    const id = await world.requested();
    world.answer = () => pageOf(['a'], '1', MAX_EXPORTED + 1);
    await world.work();
    expect(await world.view(id)).toMatchObject({ status: 'failed', failure: expect.stringContaining('too-large') });
    expect(world.asked).toHaveLength(1);
  });

  it('exports all pages of what was typed in the wrong layout', async () => {
    const id = await world.requested({ text: 'ghbdtn' });
    const usual = world.answer;
    world.answer = (request) => (request.text === 'привет' ? usual(request) : ok(NO_HITS));
    await world.work();
    expect(world.titles(id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the file of an export', () => {
  const ready = async () => {
    const id = await world.requested();
    await world.work();
    const { link } = await world.view(id);
    if (!link) throw new Error('there is no link');
    return { id, ...link };
  };

  it('can be had by its link alone, until that expires; then a new one can be had', async () => {
    const link = await ready();
    const opened = await world.open(link);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value).toMatchObject({ format: 'jsonl', bytes: Buffer.byteLength(world.files.files.get(link.id)!) });
    world.now = link.expiresAt.getTime();
    expect(await world.open(link)).toEqual(err({ code: 'exports.link-expired' }));
    expect((await world.open({ id: link.id, ...(await world.view(link.id)).link! })).ok).toBe(true);
  });

  it('has no link that lasts longer than the file', async () => {
    const { id } = await ready();
    const { expiresAt } = await world.view(id);
    world.now = expiresAt!.getTime() - 1_500;
    expect((await world.view(id)).link!.expiresAt.getTime()).toBeLessThanOrEqual(expiresAt!.getTime());
  });

  it.each([
    ['another export', { id: '00000000-0000-7000-80e0-000000000009' }],
    ['a later end', { expiresAt: new Date(Date.UTC(2030, 0, 1)) }],
    ['another signature', { signature: 'x' }],
  ])('cannot be had by a link that was changed to %s', async (_, change) => {
    expect(await world.open({ ...(await ready()), ...change })).toEqual(err({ code: 'exports.link-invalid' }));
  });

  it('is gone when it was deleted, and taken away by a worker, as is one that expired', async () => {
    const [link, other] = [await ready(), await world.requested({}, 'k2')];
    await world.work();
    expect(await world.delete(link.id)).toEqual(ok(undefined));
    expect(await world.open(link)).toEqual(err({ code: 'exports.not-found' }));
    expect(await world.get(link.id)).toEqual(err({ code: 'exports.not-found' }));
    await world.clean();
    expect([...world.files.files.keys()]).toEqual([other]);
    world.now += KEPT_MS;
    await world.clean();
    expect(world.files.files.size).toBe(0);
  });

  it('is made no further when it was deleted meanwhile', async () => {
    const id = await world.requested();
    await world.advance();
    await world.delete(id);
    expect(await world.advance()).toBe(false);
    await world.clean();
    expect(world.files.parts.size).toBe(0);
  });
});

it('nobody but its user and superusers knows of an export', async () => {
  const id = await world.requested();
  expect(await world.get(id, BOB)).toEqual(err({ code: 'exports.not-found' }));
  expect(await world.delete(id, BOB)).toEqual(err({ code: 'exports.not-found' }));
  expect((await world.get(id, ROOT)).ok).toBe(true);
  expect((await world.delete(id, ROOT)).ok).toBe(true);
});
