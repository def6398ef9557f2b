import type { VacancyTransaction } from '@job-scope/vacancies-ports';
import { InMemoryVacancyDatabase, SequentialIds, type StoredState } from '@job-scope/vacancies-testing';
import { ListAuditEvents } from './list-audit-events.query';
import { RequestCollection, type RequestCollectionInput } from './request-collection.use-case';

const NOW = new Date('2026-05-01T12:00:00.000Z');
const ANNA = { userId: 'anna', client: { ip: '192.0.2.1', userAgent: 'a browser' } };

const aDesk = (database = new InMemoryVacancyDatabase()) => {
  const hasher = { hash: (text: string) => text };
  const clock = { now: () => NOW };
  const useCase = new RequestCollection(database.unitOfWork, database.runs, hasher, clock, new SequentialIds());
  const request = (input: Partial<RequestCollectionInput> = {}) =>
    useCase.execute({
      requester: ANNA,
      idempotencyKey: 'key',
      source: 'headhunter',
      query: { text: 'повар' },
      ...input,
    });
  return { database, request };
};

const idOf = (result: Awaited<ReturnType<RequestCollection['execute']>>) =>
  result.ok ? result.value.id : result.error.code;

describe('RequestCollection', () => {
  it('stores a requested run and its announcement', async () => {
    const { database, request } = aDesk();
    const id = idOf(await request());
    const { runs, outbox } = database.read();
    expect([...runs.values()]).toEqual([
      expect.objectContaining({
        id,
        status: 'requested',
        requestedBy: { kind: 'user', userId: 'anna' },
        requestedAt: NOW,
      }),
    ]);
    expect([...outbox.values()].map(({ event }) => event)).toEqual([
      { kind: 'collection-requested', runId: id, source: 'headhunter' },
    ]);
  });

  it('A-16: writes down who asked for what, when, and from where', async () => {
    const { database, request } = aDesk();
    const id = idOf(await request());
    expect(await new ListAuditEvents(database.trail).execute({ limit: 9 })).toEqual([
      {
        id: expect.any(String),
        at: NOW,
        action: 'collection.requested',
        actor: { kind: 'user', id: 'anna' },
        subject: { kind: 'collection-run', id },
        ip: '192.0.2.1',
        userAgent: 'a browser',
        traceId: null,
        details: { source: 'headhunter' },
      },
    ]);
  });

  it('writes down neither repetitions nor what it refuses', async () => {
    const { database, request } = aDesk();
    await Promise.all([request(), request()]);
    await request({ query: { text: 'официант' } });
    await request({ source: 'linkedin', idempotencyKey: 'another' });
    expect(database.read().audit.size).toBe(1);
  });

  it('keeps no run that could not be written down', async () => {
    class NoPaper extends InMemoryVacancyDatabase {
      protected override open(state: StoredState): VacancyTransaction {
        return { ...super.open(state), audit: { append: () => Promise.reject(new Error('no paper')) } };
      }
    }
    const { database, request } = aDesk(new NoPaper());
    await expect(request()).rejects.toThrow('no paper');
    expect(database.read()).toEqual(new InMemoryVacancyDatabase().read());
  });

  it('gives the first run again for the same key and wish, as it is by then', async () => {
    const { database, request } = aDesk();
    const id = idOf(await request());
    await database.unitOfWork.run(({ collections }) => collections.startRun(id, NOW, 100));
    expect(await request()).toMatchObject({ ok: true, value: { id, status: 'collecting' } });
    expect(database.read().outbox.size).toBe(1);
  });

  it('makes one run of requests that come at the same moment', async () => {
    const { database, request } = aDesk();
    const results = await Promise.all([request(), request(), request()]);
    expect(new Set(results.map(idOf)).size).toBe(1);
    expect(database.read().runs.size).toBe(1);
  });

  it('lets two users use the same key', async () => {
    const { request } = aDesk();
    expect(idOf(await request({ requester: { ...ANNA, userId: 'boris' } }))).not.toBe(idOf(await request()));
  });

  it('refuses a key that its owner used for another wish', async () => {
    const { database, request } = aDesk();
    await request();
    expect(idOf(await request({ query: { text: 'официант' } }))).toBe('collections.idempotency-key-reused');
    expect(database.read().runs.size).toBe(1);
  });

  it('tells wishes apart by their content, not by the order in which it is written', async () => {
    const { request } = aDesk();
    const first = idOf(await request({ query: { text: 'a', areas: ['1', '2'] } }));
    expect(idOf(await request({ query: { areas: ['1', '2'], text: 'a' } }))).toBe(first);
    expect(idOf(await request({ query: { areas: ['2', '1'], text: 'a' } }))).toBe('collections.idempotency-key-reused');
  });

  it.each([
    [{ source: 'linkedin' }, 'collections.unknown-source', '/source'],
    [{ source: 'own' }, 'collections.unknown-source', '/source'],
    [{ query: null }, 'collections.invalid-query', '/query'],
    [{ query: { texts: 'a' } }, 'collections.invalid-query', '/query/texts'],
  ])('refuses %j and stores nothing, not even the key', async (input, code, pointer) => {
    const { database, request } = aDesk();
    expect(await request(input)).toMatchObject({ ok: false, error: { code, fields: [{ pointer }] } });
    expect(database.read()).toEqual(new InMemoryVacancyDatabase().read());
  });
});
