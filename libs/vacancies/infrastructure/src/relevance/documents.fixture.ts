import type { Vacancy, VacancySnapshot } from '@job-scope/vacancies-domain';
import { vacancyToFind } from '@job-scope/vacancies-testing';
import { HeadHunterVacancyRemapper } from '../headhunter/headhunter-vacancy-remapper';
import { sampleItems } from '../headhunter/sample.fixture';
import { Simulator } from '../headhunter/simulator.fixture';

/** Invented ones: the same every time. */
const INVENTED = 1000;
const AT_ONCE = 50;

/** All vacancies in which is searched: real ones as HeadHunter's lists show them, and invented ones with all details. */
export const openDocuments = async (): Promise<readonly Vacancy[]> => [
  ...sampleItems().map((item) => understood(item, null)),
  ...(await inventedVacancies()),
];

const inventedVacancies = async (): Promise<readonly Vacancy[]> => {
  const simulator = await Simulator.start(INVENTED);
  try {
    const pages = Array.from({ length: INVENTED / AT_ONCE }, (_, page) => page);
    const vacancies: Vacancy[] = [];
    for (const page of pages) {
      const { items } = await ask<{ items: { id: string }[] }>(simulator, `?per_page=${AT_ONCE}&page=${page}`);
      const details = await Promise.all(items.map(({ id }) => ask(simulator, `/${id}`)));
      vacancies.push(...items.map((item, i) => understood(item, details[i])));
    }
    return vacancies;
  } finally {
    await simulator.stop();
  }
};

const ask = async <Body>({ url }: Simulator, path: string): Promise<Body> => {
  const response = await fetch(`${url}/vacancies${path}`, {
    headers: { 'HH-User-Agent': Simulator.userAgent, authorization: `Bearer ${Simulator.token}` },
  });
  if (!response.ok) throw new Error(`the simulator answered ${path} with ${response.status}`);
  return (await response.json()) as Body;
};

const remapper = new HeadHunterVacancyRemapper();

const understood = (raw: unknown, detailsRaw: unknown): Vacancy => {
  const snapshot = remapper.remap({ raw, detailsRaw });
  if (!snapshot.ok) throw new Error(`a vacancy is not understood: ${snapshot.error.code}`);
  return vacancyToFind(openOf(snapshot.value));
};

const openOf = ({ archived: _archived, ...snapshot }: VacancySnapshot): Partial<Vacancy> => ({
  ...snapshot,
  state: 'active',
});
