import { describeOnSimulator } from '../http-source/on-simulator.fixture';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { Simulator } from './simulator.fixture';
import { fixedToken, NEVER } from './stubbed-source.fixture';

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
    it('V-16: says of single vacancies what has become of them: archived, deleted, or restored under another name', async () => {
      const { simulator, source } = get();
      const [open, archived, deleted] = (await simulator.vacancies()).map(({ sourceId }) => sourceId);
      await simulator.switchOn({ name: 'archive', ids: [archived] });
      await simulator.switchOn({ name: 'delete', ids: [deleted] });
      const stateOf = async (id = '') => {
        const answer = await source().inquiry?.ask(id, NEVER);
        return answer?.ok ? answer.value.state : answer?.error.code;
      };
      expect([await stateOf(open), await stateOf(archived), await stateOf(deleted)]).toEqual([
        ...['active', 'archived', 'gone'],
      ]);
      await simulator.switchOn({ name: 'restore', ids: [archived] });
      expect(await stateOf(archived)).toBe('archived');
      expect(await simulator.requests(`/vacancies/${open}`)).toBe(1);
    });

    it('shows what was there at the start while new vacancies push it back', async () => {
      const { simulator, collect } = get();
      const before = await simulator.vacancies();
      await simulator.switchOn({ name: 'insert_between_pages', vacancies: 4 });
      const { ids } = await collect();
      expect(before.filter(({ sourceId }) => !ids.has(sourceId))).toEqual([]);
    });
  },
);
