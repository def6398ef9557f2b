import { ok } from '@job-scope/kernel';
import type { VacancyEditWish } from '@job-scope/vacancies-domain';
import { aSnapshot, at, FixedRates, SequentialIds } from '@job-scope/vacancies-testing';
import { Collecting, clock, hasher, NEVER, snapshots } from './collecting.fixture';
import { ChangeVacancy } from './change-vacancy.use-case';
import { CreateVacancy, type CreateVacancyInput } from './create-vacancy.use-case';
import { DeleteVacancy } from './delete-vacancy.use-case';
import { RemapVacancies } from './remap-vacancies.use-case';

const requester = { userId: 'anna', client: { ip: '192.0.2.1', userAgent: 'a browser' } };
const html = { clean: (text: string) => ({ html: text, text }) };
const WISH = { title: 'Повар', url: 'https://example.com/1', salary: { from: 1000, currency: 'RUB', gross: true } };

const aDesk = () => {
  const collection = new Collecting();
  const { database } = collection;
  const writing = [database.unitOfWork, database.vacancies, html, hasher, new FixedRates(), clock] as const;
  const useCase = new CreateVacancy(...writing, new SequentialIds('d01'));
  const create = (input: Partial<CreateVacancyInput> = {}) =>
    useCase.execute({ requester, idempotencyKey: 'key', wish: WISH, ...input });
  const created = async (wish: VacancyEditWish = WISH, idempotencyKey = 'key') => {
    const done = await create({ wish, idempotencyKey });
    if (!done.ok) throw new Error(done.error.code);
    return done.value;
  };
  return { collection, database, create, created, change: new ChangeVacancy(...writing) };
};

describe('CreateVacancy', () => {
  it('stores the vacancy with what is concluded of it, announces it, and writes down who did it', async () => {
    const { database, created, collection } = aDesk();
    const wish = { ...WISH, employer: { name: 'ООО Ромашка' }, area: { name: 'Москва' } };
    const { id, ...vacancy } = await created(wish);
    expect(vacancy).toMatchObject({
      ...{ source: 'own', sourceId: id, title: 'Повар', state: 'active', revision: 1, publishedAt: clock.now() },
      ...{ salary: { from: 1000, to: null }, monthlySalary: { from: 1000 }, canonicalId: id, duplicates: [] },
    });
    expect((await database.vacancies.byId(id))?.duplicateKey).not.toBeNull();
    expect(collection.announced()).toEqual([{ kind: 'vacancy-changed', vacancyId: id, revision: 1 }]);
    const [noted] = await database.trail.list({ limit: 9 });
    expect(noted).toMatchObject({
      ...{ action: 'vacancy.created', actor: { kind: 'user', id: 'anna' }, subject: { kind: 'vacancy', id } },
      details: { title: 'Повар' },
    });
  });

  it('gives the same vacancy for the same key, however it is written, and as it is by now', async () => {
    const { database, created, change } = aDesk();
    const { id } = await created();
    await change.execute({ requester, id, expectedRevision: undefined, change: { title: 'Кок' } });
    const { title, url, salary } = WISH;
    expect(await created({ salary, url, title })).toMatchObject({ id, title: 'Кок', revision: 2 });
    expect(database.read().vacancies.size).toBe(1);
    expect((await created(WISH, 'another')).id).not.toBe(id);
  });

  it('refuses a key that has brought something else', async () => {
    const { create, created } = aDesk();
    await created();
    expect(await create({ wish: { ...WISH, title: 'Кок' } })).toMatchObject({
      error: { code: 'vacancies.idempotency-key-reused' },
    });
  });

  it('brings nothing back that has been deleted since', async () => {
    const { database, create, created } = aDesk();
    const { id } = await created();
    await new DeleteVacancy(database.unitOfWork, clock).execute({ requester, id, expectedRevision: undefined });
    expect(await create()).toMatchObject({ error: { code: 'vacancies.not-found' } });
    expect(database.read().vacancies.size).toBe(1);
  });

  it('V-6: names every fault, and stores nothing', async () => {
    const { database, create } = aDesk();
    expect(await create({ wish: { title: '', salary: 5 } })).toMatchObject({
      error: { fields: [{ pointer: '/title' }, { pointer: '/url' }, { pointer: '/salary' }] },
    });
    const { vacancies, outbox, idempotencyKeys } = database.read();
    expect([vacancies.size, outbox.size, idempotencyKeys.size]).toEqual([0, 0, 0]);
  });
});

describe('a vacancy of our own', () => {
  it('stays as it is whatever runs sweep, and however payloads are read anew', async () => {
    const { collection, database, created } = aDesk();
    const { id } = await created();
    const before = database.read().vacancies.get(`own\n${id}`);
    collection.world.vacancies = snapshots(2);
    await collection.complete();
    collection.minutes = 60;
    collection.world.vacancies = snapshots(1);
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { gone: 1 } });
    const remap = jest.fn(({ raw }: { readonly raw: unknown }) =>
      ok(aSnapshot({ sourceId: (raw as { id: string }).id, title: 'anew' })),
    );
    const remappers = new Map([['headhunter', { name: 'headhunter', remap }]] as const);
    const { payloads, unitOfWork } = database;
    const anew = new RemapVacancies(payloads, unitOfWork, remappers, new FixedRates(), hasher, clock);
    await anew.execute({ source: 'headhunter', after: null, batchSize: 9 }, NEVER);
    expect(remap).toHaveBeenCalledTimes(2);
    expect(await anew.execute({ source: 'own', after: null, batchSize: 9 }, NEVER)).toMatchObject({
      error: { code: 'vacancies.no-remapper' },
    });
    expect(database.read().vacancies.get(`own\n${id}`)).toEqual(before);
    expect(before?.lastSeenAt).toEqual(at(60));
  });
});
