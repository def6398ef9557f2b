import { OpenBudget } from '@job-scope/vacancies-testing';
import { describeOnSimulator } from '../http-source/on-simulator.fixture';
import { sliceOf } from './boards';
import { GreenhouseVacancySource } from './greenhouse-vacancy-source';
import { Simulator } from './simulator.fixture';

const clock = { now: () => new Date() };
const NEVER = new AbortController().signal;
const { boards } = Simulator;
const [FIRST = ''] = boards;

describeOnSimulator(
  'GreenhouseVacancySource',
  {
    start: (size) => Simulator.start(size),
    source: (baseUrl, budget) => new GreenhouseVacancySource({ baseUrl, boards, firstRetryDelayMs: 1 }, budget, clock),
  },
  (get) => {
    const pageOf = (board: string, source = get().source()) =>
      source.page({ query: {}, slice: sliceOf(board), cursor: null }, NEVER);

    it('takes one request for each board', async () => {
      const budget = new OpenBudget();
      const source = get().source(budget);
      for (const board of boards) await pageOf(board, source);
      expect([budget.taken, await get().simulator.requests()]).toEqual([boards.length, boards.length]);
    });

    it('V-6: keeps every digit of identifiers that no number can hold', async () => {
      const { ids } = await get().collect();
      const wide = [...ids].filter((id) => !Number.isSafeInteger(Number(id)));
      expect(wide.length).toBeGreaterThan(0);
      expect(wide.some((id) => String(Number(id)) !== id)).toBe(true);
    });

    it('finds pay, offices and departments, as far as companies tell them', async () => {
      const vacancies = (await get().collect()).pages.flatMap((page) => page.vacancies);
      const paid = vacancies.filter(({ salary }) => salary !== null);
      expect(paid.length).toBeGreaterThan(vacancies.length / 3);
      expect(paid.length).toBeLessThan(vacancies.length);
      expect(new Set(paid.map(({ salary }) => salary?.period))).toEqual(new Set(['month', 'hour']));
      for (const { area, professionalRoles, details } of vacancies) {
        expect([area?.name, professionalRoles.length]).toEqual([expect.stringMatching(/./), 1]);
        expect(area?.name).not.toMatch(/^(North America|EMEA)$/);
        expect(details?.description?.text).not.toMatch(/&\w+;|<\w/);
      }
    });

    it('shows an unchanged board again, and one that has changed as it is now', async () => {
      const { simulator, source } = get();
      const adapter = source();
      const first = await pageOf(FIRST, adapter);
      await expect(pageOf(FIRST, adapter)).resolves.toEqual(first);
      const [gone, ...left] = await simulator.idsOf(FIRST);
      await simulator.switchOn({ name: 'delete', ids: [gone] });
      const changed = await pageOf(FIRST, adapter);
      expect(changed.ok && changed.value.vacancies.map(({ sourceId }) => sourceId)).toEqual(left);
    });

    it('says which board there is not, and goes on with the others', async () => {
      await expect(pageOf('nobody')).resolves.toMatchObject({
        ok: false,
        error: { code: 'source.query-refused', detail: 'Greenhouse has no board nobody' },
      });
      await expect(pageOf(FIRST)).resolves.toMatchObject({ ok: true });
    });

    it('reads the boards that the query names instead of those that are set', async () => {
      const { ids } = await get().collect({ query: { employers: [FIRST] } });
      expect(ids).toEqual(new Set(await get().simulator.idsOf(FIRST)));
    });
  },
);
