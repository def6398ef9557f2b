import { describeOnSimulator } from '../http-source/on-simulator.fixture';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { Simulator } from './simulator.fixture';
import { fixedToken } from './stubbed-source.fixture';

const clock = { now: () => new Date() };

describeOnSimulator(
  'HeadHunterVacancySource',
  {
    start: (size) => Simulator.start(size),
    source: (baseUrl, budget, mood) => {
      const tokens = fixedToken(mood === 'unauthorized' ? 'another-token' : Simulator.token);
      const { userAgent } = Simulator;
      return new HeadHunterVacancySource({ baseUrl, userAgent, tokens, firstRetryDelayMs: 1 }, budget, clock);
    },
    moods: { blocked: { name: 'captcha' }, unauthorized: null, terse: { name: 'null_employer' } },
  },
  (get) => {
    it('shows what was there at the start while new vacancies push it back', async () => {
      const { simulator, collect } = get();
      const before = await simulator.vacancies();
      await simulator.switchOn({ name: 'insert_between_pages', vacancies: 4 });
      const { ids } = await collect();
      expect(before.filter(({ sourceId }) => !ids.has(sourceId))).toEqual([]);
    });
  },
);
