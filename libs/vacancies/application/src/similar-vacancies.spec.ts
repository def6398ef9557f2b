import { err, ok } from '@job-scope/kernel';
import type { Vacancy } from '@job-scope/vacancies-domain';
import {
  aVacancyToStore,
  hitOf,
  InMemoryVacancyDatabase,
  NO_HITS,
  NOTHING_TOLD,
  vacancyToFind,
} from '@job-scope/vacancies-testing';
import { SimilarVacancies } from './similar-vacancies.query';

const reading = async () => {
  const database = new InMemoryVacancyDatabase();
  const { written } = await database.unitOfWork.run((tx) =>
    tx.vacancies.store([aVacancyToStore('1', 'a')], new Date()),
  );
  const asked: [Vacancy, number][] = [];
  const [hit] = [hitOf(vacancyToFind())];
  const similar = async (vacancy: Vacancy, limit: number) => {
    asked.push([vacancy, limit]);
    return ok({ items: [hit], degraded: true });
  };
  const reader = { similar, search: async () => ok(NO_HITS), suggest: async () => ok(NOTHING_TOLD) };
  return { useCase: new SimilarVacancies(database.vacancies, reader), id: written[0]?.id ?? '', hit, asked };
};

describe('SimilarVacancies', () => {
  it('asks the engine for what is like the stored vacancy', async () => {
    const { useCase, id, hit, asked } = await reading();
    const result = await useCase.execute({ id, limit: 3 });
    expect(result).toMatchObject(ok({ items: [{ id: hit.id }], degraded: true }));
    expect(asked).toEqual([[expect.objectContaining({ id, sourceId: '1' }), 3]]);
  });

  it('knows nothing like a vacancy that nobody has', async () => {
    const { useCase, asked } = await reading();
    const result = await useCase.execute({ id: '00000000-0000-7000-8000-ffffffffffff', limit: 3 });
    expect([result, asked]).toEqual([err({ code: 'vacancies.not-found' }), []]);
  });
});
