import { createDataSource, UuidV7Generator } from '@job-scope/platform-nest';
import {
  aDeadLetter,
  anAmendment,
  aRun,
  aSchedule,
  aVacancyToStore,
  aWindow,
  drain,
  SOME_AREAS,
} from '@job-scope/vacancies-testing';
import { EDITABLE_FIELDS, NO_COUNTS, ownVacancy } from '@job-scope/vacancies-domain';
import type { DataSource } from 'typeorm';
import { PostgresAreaDirectory, PostgresAreaReader } from './postgres-areas';
import { PostgresAuditReader } from './postgres-audit-trail';
import { PostgresCollectionRunReader } from './postgres-collection-run-reader';
import { PostgresDuplicateGroups } from './postgres-duplicate-groups';
import { PostgresDeadLetterReader } from './postgres-dead-letter-reader';
import { PostgresHiddenVacancyReader } from './postgres-hidden-vacancy-reader';
import { PostgresOpenWork } from './postgres-open-work';
import { PostgresOutboxFeed } from './postgres-outbox-feed';
import { PostgresScheduleReader } from './postgres-schedule-reader';
import { PostgresSourceBlocks } from './postgres-source-blocks';
import { PostgresSourceRequestBudget } from './postgres-source-request-budget';
import { testStore } from './postgres-store.fixture';
import { PostgresCurrencyRateBook } from './postgres-currency-rate-book';
import { PostgresRefreshClaims } from './postgres-refresh-claims';
import { PostgresCurrencyRates } from './postgres-currency-rates';
import { PostgresVacancyHistoryReader } from './postgres-vacancy-history-reader';
import { PostgresVacancyPayloads } from './postgres-vacancy-payloads';
import { PostgresVacancyReader } from './postgres-vacancy-reader';
import { PostgresVacancyUnitOfWork } from './postgres-vacancy-unit-of-work';

/** Each app does its part as the role that it has in production: a missing grant shows here. */
const store = testStore();
const ids = new UuidV7Generator();
const now = new Date();
const TWIN = { duplicateKey: 'same' };
const opened: DataSource[] = [];

const connectAs = async (role: string): Promise<DataSource> => {
  const url = new URL(store.url);
  url.searchParams.set('options', `-c role=${role}`);
  const dataSource = await createDataSource({ url: url.href, applicationName: 'roles-spec' });
  opened.push(dataSource);
  return dataSource;
};

beforeEach(() => store.clear());
afterAll(() => Promise.all(opened.map((dataSource) => dataSource.destroy())));

it('lets the gateway cancel a run', async () => {
  const run = aRun();
  await store.unitOfWork.run(async ({ collections }) => {
    await collections.addRun(run);
    await collections.addWindows([aWindow({ runId: run.id })]);
  });
  const unitOfWork = new PostgresVacancyUnitOfWork(await connectAs('job_scope_gateway'), ids);
  const conclusion = { outcome: 'cancelled', reason: null } as const;
  await unitOfWork.run(async ({ collections }) => {
    await collections.lockRun(run.id);
    await collections.finishRun(run.id, conclusion, now);
    await collections.appendEvents(run.id, [{ type: 'finished', data: { ...conclusion } }], now);
    expect(await collections.cancelWindows(run.id)).toBe(1);
  });
});

it('lets the worker write dead letters, and the gateway have the work done again', async () => {
  const run = aRun();
  const window = aWindow({ runId: run.id });
  await store.unitOfWork.run(async ({ collections }) => {
    await collections.addRun(run);
    await collections.addWindows([window]);
  });
  const worker = await connectAs('job_scope_worker');
  const letter = aDeadLetter({ runId: run.id, windowId: window.id });
  await new PostgresVacancyUnitOfWork(worker, ids).run((tx) => tx.deadLetters.add(letter));
  expect(await new PostgresDeadLetterReader(worker).groups()).toHaveLength(1);
  const gateway = await connectAs('job_scope_gateway');
  const listed = await new PostgresDeadLetterReader(gateway).list({ state: 'open', limit: 1 });
  const [{ id } = { id: 'none' }] = listed.ok ? listed.value.items : [];
  await new PostgresVacancyUnitOfWork(gateway, ids).run(async ({ collections, deadLetters, outbox }) => {
    await deadLetters.lock(id);
    await collections.lockWindow(window.id);
    await collections.reopenWindow(window.id);
    await collections.reopenRun(run.id, 'collecting');
    const { runId, windowId, source } = letter;
    await outbox.append([{ kind: 'work-replayed', deadLetterId: id, runId, windowId, source }]);
    await deadLetters.settle(id, 'replayed', now);
  });
  await drain(new PostgresOutboxFeed(worker, store.listener()));
  expect(await new PostgresOpenWork(worker).page(9, null)).toContainEqual(expect.objectContaining({ replayOf: id }));
});

it('lets the gateway ask for a collection, and read', async () => {
  const dataSource = await connectAs('job_scope_gateway');
  const run = aRun();
  await new PostgresVacancyUnitOfWork(dataSource, ids).run(async ({ collections, idempotencyKeys, outbox, audit }) => {
    const key = { owner: 'ann', key: 'k' };
    await idempotencyKeys.remember(key, { kind: 'run', id: run.id, fingerprint: 'f' });
    await idempotencyKeys.find(key);
    await collections.addRun(run);
    await outbox.append([{ kind: 'collection-requested', runId: run.id, source: run.source }]);
    await audit.append({
      at: now,
      action: 'collection.requested',
      actor: { kind: 'user', id: 'ann' },
      subject: { kind: 'collection-run', id: run.id },
      ip: '::1',
      userAgent: null,
      details: {},
    });
  });
  expect(await new PostgresAuditReader(dataSource).list({ limit: 1, subjectId: run.id })).toHaveLength(1);
  const runs = new PostgresCollectionRunReader(dataSource);
  expect(await runs.byId(run.id)).toEqual(run);
  expect(await runs.list({ limit: 10 })).toEqual({ ok: true, value: { items: [run] } });
  expect(await runs.windowStates(run.id)).toEqual({});
  expect([await runs.windows(run.id, 1, null), await runs.events(run.id, 0, 1)]).toEqual([[], []]);
  const vacancies = new PostgresVacancyReader(dataSource);
  expect([await vacancies.byIds([run.id]), await vacancies.duplicatesOf(run.id, 1)]).toEqual([[], []]);
  const history = await new PostgresVacancyHistoryReader(dataSource).changes({ vacancyId: run.id, limit: 1 });
  expect(history).toEqual({ ok: true, value: { items: [] } });
});

it('lets the worker forget how runs went, settled letters, and keys', async () => {
  const [run, later] = [aRun(), new Date('9999-01-01T00:00:00Z')];
  const window = aWindow({ runId: run.id });
  const gateway = new PostgresVacancyUnitOfWork(await connectAs('job_scope_gateway'), ids);
  await gateway.run(async ({ collections, idempotencyKeys }) => {
    await collections.addRun(run);
    await idempotencyKeys.remember({ owner: 'ann', key: 'k' }, { kind: 'run', id: run.id, fingerprint: 'f' });
  });
  await store.unitOfWork.run(async ({ collections, deadLetters }) => {
    await collections.addWindows([window]);
    await collections.finishRun(run.id, { outcome: 'failed', reason: null }, now);
    await deadLetters.add(aDeadLetter({ runId: run.id, windowId: window.id }));
  });
  const [letter] = await store.dataSource.query('SELECT id FROM vacancies.dead_letters');
  await gateway.run((tx) => tx.deadLetters.settle(letter.id, 'discarded', now));
  const worker = new PostgresVacancyUnitOfWork(await connectAs('job_scope_worker'), ids);
  await worker.run(async ({ collections, deadLetters, idempotencyKeys }) => {
    expect(await deadLetters.forgetSettled(later, 9)).toBe(1);
    expect(await collections.forgetHistory(later, 9)).toBe(true);
    expect(await idempotencyKeys.forget(later, 9)).toBe(1);
  });
});

it('lets the scheduler fire a schedule', async () => {
  const unitOfWork = new PostgresVacancyUnitOfWork(await connectAs('job_scope_scheduler'), ids);
  const [schedule, run] = [aSchedule({ waitingFireAt: new Date(0) }), aRun()];
  const { id, nextFireAt, dueAt } = schedule;
  await unitOfWork.run((tx) => tx.schedules.add(schedule));
  await unitOfWork.run(async ({ schedules, collections, outbox }) => {
    expect(await schedules.lockNextDue(now, [])).toEqual(schedule);
    expect(await schedules.lockNextWaiting([])).toEqual(schedule);
    const queued = { at: nextFireAt, outcome: 'queued', runId: null, recordedAt: now } as const;
    expect(await schedules.recordFire(id, queued)).toBe(true);
    expect(await schedules.settleQueuedFire(id, { ...queued, outcome: 'fired', runId: run.id })).toBe(true);
    expect(await schedules.hasOpenRun(id)).toBe(false);
    await collections.addRun(run);
    await outbox.append([{ kind: 'collection-requested', runId: run.id, source: run.source }]);
    await schedules.advance(id, { nextFireAt, dueAt, waitingFireAt: null });
    const earlier = { ...queued, at: new Date(0), outcome: 'skipped-overlap' } as const;
    expect(await schedules.recordFire(id, earlier)).toBe(true);
    expect(await schedules.forgetFires(nextFireAt, 9)).toBe(1);
  });
});

it('lets the gateway administer schedules, and read them', async () => {
  const dataSource = await connectAs('job_scope_gateway');
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, ids);
  const schedule = aSchedule();
  const queued = { at: now, outcome: 'queued', runId: null, recordedAt: now } as const;
  const leftOut = { ...queued, outcome: 'skipped-overlap' } as const;
  await unitOfWork.run((tx) => tx.schedules.add(schedule));
  await store.unitOfWork.run((tx) => tx.schedules.recordFire(schedule.id, queued));
  await unitOfWork.run(async ({ schedules }) => {
    await schedules.lock(schedule.id);
    expect(await schedules.settleQueuedFire(schedule.id, leftOut)).toBe(true);
    expect(await schedules.save({ ...schedule, paused: true })).toBe(true);
  });
  const reader = new PostgresScheduleReader(dataSource);
  const stored = { ...schedule, paused: true, lastFire: leftOut };
  expect(await reader.byId(schedule.id)).toEqual(stored);
  expect(await reader.list({ limit: 1 })).toEqual({ ok: true, value: { items: [stored] } });
  expect(await reader.lastFires(schedule.id, 1)).toEqual([leftOut]);
  await unitOfWork.run((tx) => tx.schedules.remove(schedule.id));
});

it('lets the gateway create, change and withhold a vacancy', async () => {
  const dataSource = await connectAs('job_scope_gateway');
  const [id, unitOfWork] = [ids.next(), new PostgresVacancyUnitOfWork(dataSource, ids)];
  const own = (title: string) => aVacancyToStore(id, title, ownVacancy(id, { title, keySkills: ['SQL'] }, now));
  await unitOfWork.run(async ({ vacancies, idempotencyKeys, outbox }) => {
    await idempotencyKeys.remember({ owner: 'ann', key: 'k' }, { kind: 'vacancy', id, fingerprint: 'f' });
    await vacancies.create(id, own('a'), now);
    await outbox.append([{ kind: 'vacancy-changed', vacancyId: id, revision: 1 }]);
  });
  await unitOfWork.run(async ({ vacancies }) => {
    expect(await vacancies.hold(id)).toEqual({ revision: 1, withheld: null, edited: [] });
    await vacancies.told(id);
    await vacancies.edit(id, EDITABLE_FIELDS, own('b'), now);
  });
  expect(await new PostgresVacancyReader(dataSource).byId(id)).toMatchObject({ title: 'b', revision: 2 });
  await unitOfWork.run(({ vacancies }) => vacancies.withhold(id, 'hidden', now));
  const hidden = await new PostgresHiddenVacancyReader(dataSource).list({ limit: 1 });
  expect(hidden).toMatchObject({ value: { items: [{ id, hiddenAt: now }] } });
});

it('lets the gateway pause a source and lift its block, and the worker see that', async () => {
  const [gateway, worker] = [await connectAs('job_scope_gateway'), await connectAs('job_scope_worker')];
  const [administration, work] = [gateway, worker].map((dataSource) => new PostgresVacancyUnitOfWork(dataSource, ids));
  const blocks = new PostgresSourceBlocks(gateway);
  const limits = { requestsPerSecond: 1, burst: 1, maxBlockWaitMs: 0 };
  await new PostgresSourceRequestBudget(worker, limits).block(
    'headhunter',
    new Date(Date.now() + 3_600_000),
    'captcha',
  );
  expect(await blocks.of('headhunter')).toMatchObject({ reason: 'captcha' });
  await blocks.lift('headhunter');
  await administration!.run((tx) => tx.switches.pause('headhunter', now));
  expect(await work!.run((tx) => tx.switches.pausedSince('headhunter'))).toEqual(now);
  await administration!.run((tx) => tx.switches.resume('headhunter'));
  expect(await administration!.run((tx) => tx.collections.openRuns('headhunter'))).toEqual(expect.any(Array));
});

it('lets the worker amend what changed, and read payloads anew', async () => {
  const dataSource = await connectAs('job_scope_worker');
  expect((await new PostgresCurrencyRates(dataSource).at(now)).get('RUB')).toMatchObject({ unitsPerRub: 1 });
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, ids);
  const { written } = await unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('1', 'a')], now));
  await unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('1', 'b', { title: 'Other' })], now));
  await unitOfWork.run((tx) => tx.vacancies.amend([anAmendment(written[0]!.id, 'gone')], now));
  const [payload] = await new PostgresVacancyPayloads(dataSource).page({ source: 'headhunter', after: null, limit: 1 });
  const rewrite = { ...aVacancyToStore('1', 'c'), id: payload!.id, revision: payload!.revision };
  expect(await unitOfWork.run((tx) => tx.vacancies.rewrite([rewrite]))).toMatchObject([{ revision: 4 }]);
});

it('lets the worker ask for single vacancies, sweep, and count its requests', async () => {
  const unitOfWork = new PostgresVacancyUnitOfWork(await connectAs('job_scope_worker'), ids);
  const run = aRun();
  await store.unitOfWork.run((tx) => tx.collections.addRun(run));
  await unitOfWork.run(async ({ vacancies, collections, inquiries, sweeps }) => {
    const { written } = await vacancies.store([aVacancyToStore('1', 'a')], now);
    const one = written.map(({ id }) => id);
    await collections.takeRequests(run.id, 1);
    await collections.giveBackRequests(run.id, 1);
    await collections.lastReadAt('headhunter', {});
    await inquiries.add(run.id, one);
    await inquiries.add(run.id, one);
    await inquiries.adopt(run, 1);
    expect(await inquiries.due(run.id, 1)).toHaveLength(1);
    expect(await inquiries.settle(run.id, one)).toEqual(one);
    await sweeps.noteMatches('a query', 'headhunter', ['1']);
    const request = { source: 'headhunter', queryKey: 'a query', before: now, employers: null } as const;
    expect(await sweeps.unseen(request, 1, null)).toEqual([]);
    await sweeps.forgetMatches('a query', one);
  });
});

it('lets the worker plan, collect, finish and relay', async () => {
  const dataSource = await connectAs('job_scope_worker');
  const run = aRun();
  const window = aWindow({ runId: run.id });
  await store.unitOfWork.run((tx) => tx.collections.addRun(run));
  await new PostgresVacancyUnitOfWork(dataSource, ids).run(async ({ collections, vacancies, outbox }) => {
    await collections.lockRun(run.id);
    await collections.startRun(run.id, now, 1_000);
    await collections.addWindows([window]);
    await collections.lockWindow(window.id);
    const { written } = await vacancies.store([aVacancyToStore('1', 'a')], now);
    await outbox.append(written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
    await collections.advanceWindow(window.id, { state: 'done', cursor: null, found: 1, delta: NO_COUNTS });
    await collections.appendEvents(run.id, [{ type: 'finished', data: {} }], now);
    await collections.windowsOf(run.id);
    await collections.finishRun(run.id, { outcome: 'complete', reason: null }, now);
  });
  await store.unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('2', 'a', {}, TWIN)], now));
  const duplicate = await store.unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('3', 'a', {}, TWIN)], now));
  const twins = duplicate.written.map(({ id }) => id);
  const groups = new PostgresDuplicateGroups(dataSource);
  expect(await groups.hold(twins, async ({ outdated }) => outdated)).toHaveLength(2);
  const feed = new PostgresOutboxFeed(dataSource, store.listener());
  await feed.consume(1, async ([message]) => [{ messageId: message!.id, failure: 'no', outage: true }]);
  await store.dataSource.query('UPDATE vacancies.outbox SET available_at = now()');
  expect(await drain(feed)).toHaveLength(1);
  const budget = new PostgresSourceRequestBudget(dataSource, { requestsPerSecond: 1, burst: 1, maxBlockWaitMs: 0 });
  expect(await budget.take('headhunter', new AbortController().signal)).toEqual({ ok: true });
  await budget.block('headhunter', now, 'captcha');
});

it('lets the worker keep areas and rates, and the gateway read areas', async () => {
  const dataSource = await connectAs('job_scope_worker');
  const directory = new PostgresAreaDirectory(dataSource);
  const [first, ...others] = SOME_AREAS;
  await directory.replace('headhunter', SOME_AREAS);
  await directory.replace('headhunter', [{ ...first!, name: 'Other' }]);
  await directory.replace('headhunter', [first!, ...others]);
  const claims = new PostgresRefreshClaims(dataSource);
  const claim = () => claims.claim('areas', { everyMs: 0, retryMs: 0 });
  expect([await claim(), await claim()]).toEqual([true, true]);
  await claims.done('areas');
  expect(await new PostgresCurrencyRateBook(dataSource).note(new Date('2026-03-01'), new Map([['USD', 1]]))).toBe(1);
  for (const reader of [dataSource, await connectAs('job_scope_gateway')]) {
    expect(await new PostgresAreaReader(reader).byKeys([first!])).toEqual([first]);
  }
});
