import { at, aVacancyToStore, InMemoryVacancyDatabase } from '@job-scope/vacancies-testing';
import { ListVacancyChanges } from './list-vacancy-changes.query';

const SALARY = { fromMinor: 15_000_050, toMinor: null, currency: 'RUB', gross: null, period: 'month' } as const;

describe('ListVacancyChanges', () => {
  const database = new InMemoryVacancyDatabase();
  const list = new ListVacancyChanges(database.history, database.vacancies);
  const store = (title: string, changes: Parameters<typeof aVacancyToStore>[2] = {}) =>
    database.unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('1', title, { title, ...changes })], at(0)));

  it('shows changes with salaries in major units, and goes on behind a page', async () => {
    const { written } = await store('a', { salary: null });
    const vacancyId = written[0]!.id;
    await store('b', { salary: null });
    await store('c', { salary: SALARY });
    const first = await list.execute({ vacancyId, limit: 1 });
    const after = { from: 150_000.5, to: null, currency: 'RUB', gross: null, period: 'month' };
    expect(first).toMatchObject({ value: { items: [{ revision: 3, salary: { before: null, after } }] } });
    const rest = await list.execute({ vacancyId, limit: 9, from: first.ok ? first.value.next : undefined });
    expect(rest).toMatchObject({
      value: { items: [{ revision: 2, title: { before: 'a', after: 'b' }, salary: null }] },
    });
    expect(rest.ok && rest.value.next).toBeUndefined();
  });

  it('tells a vacancy that never changed from one that never was', async () => {
    const { written } = await database.unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('2', 'a')], at(0)));
    expect(await list.execute({ vacancyId: written[0]!.id, limit: 1 })).toMatchObject({ value: { items: [] } });
    const nobody = { vacancyId: '01900000-0000-7000-8000-0000000000ff', limit: 1 };
    expect(await list.execute(nobody)).toEqual({ ok: false, error: { code: 'vacancies.not-found' } });
  });

  it('refuses a position of another list', async () => {
    const request = { vacancyId: 'v', limit: 1, from: { list: 'another', after: [] } };
    expect(await list.execute(request)).toEqual({ ok: false, error: { code: 'vacancies.cursor-expired' } });
  });
});
