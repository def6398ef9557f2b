import type { CurrencyRates, VacancyReader, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { aVacancyToStore, at, FixedRates, InMemoryVacancyDatabase } from '@job-scope/vacancies-testing';
import { ChangeVacancy } from './change-vacancy.use-case';
import { clock, hasher } from './collecting.fixture';
import { GiveBackField } from './give-back-field.use-case';

const requester = { userId: 'anna', client: { ip: '192.0.2.1', userAgent: 'a browser' } };
const html = { clean: (text: string) => ({ html: text, text }) };

/** A pool of one connection: what asks for another while a transaction has it would wait for ever. */
const ofOneConnection = ({ unitOfWork, vacancies }: InMemoryVacancyDatabase) => {
  let isTaken = false;
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isTaken) throw new Error('the pool is empty');
    isTaken = true;
    return work().finally(() => (isTaken = false));
  };
  const rates: CurrencyRates = { at: (day) => alone(() => new FixedRates().at(day)) };
  const reader: VacancyReader = {
    byId: (id) => alone(() => vacancies.byId(id)),
    byIds: (ids) => alone(() => vacancies.byIds(ids)),
    duplicatesOf: (id, limit) => alone(() => vacancies.duplicatesOf(id, limit)),
    editedFieldsOf: (id) => alone(() => vacancies.editedFieldsOf(id)),
  };
  const unit: VacancyUnitOfWork = { run: (work, signal) => alone(() => unitOfWork.run(work, signal)) };
  return { unit, reader, rates };
};

it('needs no second connection while it holds a vacancy, so that edits at the same time cannot wait for each other', async () => {
  const database = new InMemoryVacancyDatabase();
  const { unit, reader, rates } = ofOneConnection(database);
  const { written } = await database.unitOfWork.run(({ vacancies }) =>
    vacancies.store([aVacancyToStore('1', 'a', { title: 'A' })], at(0)),
  );
  const about = { requester, id: written[0]!.id, expectedRevision: undefined };
  const change = new ChangeVacancy(unit, reader, html, hasher, rates, clock);
  expect(await change.execute({ ...about, change: { title: 'B' } })).toMatchObject({ ok: true, value: { title: 'B' } });
  const giveBack = new GiveBackField(unit, hasher, rates, clock);
  expect(await giveBack.execute({ ...about, field: 'title' })).toMatchObject({ ok: true });
  expect(await reader.byId(about.id)).toMatchObject({ title: 'A' });
});
