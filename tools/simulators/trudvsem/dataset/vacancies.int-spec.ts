import type { RunningSimulator } from '@job-scope/simulator-shared';
import { startTrudvsemSimulator } from '../index';
import { clientOf, type Vacancy } from '../portal.fixture';

let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
let all: readonly Vacancy[];
beforeAll(async () => {
  simulator = await startTrudvsemSimulator({ size: 2000, seed: 3 });
  client = clientOf(simulator);
  all = await client.collect();
});
afterAll(() => simulator.stop());

const share = (test: (vacancy: Vacancy) => boolean) => (all.filter(test).length / all.length) * 100;
const year = ({ date_modify }: Vacancy) => Number(date_modify.slice(0, 4));

describe('a vacancy', () => {
  it('has all that the portal documents, in its own spelling', () => {
    const expected = ['id', 'job-name', 'creation-date', 'date_modify', 'source', 'region', 'company', 'salary'].concat(
      ['salary_min', 'salary_max', 'currency', 'duty', 'requirement', 'schedule', 'employment', 'category'],
      ['addresses', 'contact_list', 'vac_url', 'work_places'],
    );
    for (const vacancy of all) expect(Object.keys(vacancy)).toEqual(expect.arrayContaining(expected));
    expect(new Set(all.map((vacancy) => (vacancy as unknown as { currency: string }).currency))).toEqual(
      new Set(['«руб.»']),
    );
  });

  it('has a UUID, a date without time, and a time with an offset without colon', () => {
    for (const vacancy of all) {
      expect(vacancy.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(vacancy['creation-date']).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(vacancy.date_modify).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0300$/);
      expect(vacancy['creation-date'] <= vacancy.date_modify.slice(0, 10)).toBe(true);
    }
  });

  it('is in HTML where people write', () => {
    expect(all.every(({ duty }) => /^<p>.*&nbsp;.*<li>/.test(duty))).toBe(true);
  });

  it('is found at its own address, with the company of its link, and nowhere else', async () => {
    const hidden = all.find(({ company }) => company === null);
    for (const vacancy of [...all.slice(0, 5), hidden as Vacancy]) {
      expect(await client.one(vacancy)).toEqual(vacancy);
      const elsewhere = { vac_url: vacancy.vac_url.replace(/card\/\d+/, 'card/1') };
      expect(await client.one(elsewhere)).toBeUndefined();
    }
  });

  it('is the same for the same seed and another for another', async () => {
    const others = await Promise.all([3, 4].map((seed) => startTrudvsemSimulator({ size: 10, seed })));
    const [same, different] = await Promise.all(others.map((other) => clientOf(other).vacancies()));
    const known = all.find(({ id }) => id === same?.[0]?.id);
    expect(known).toEqual(same?.[0]);
    expect(all.some(({ id }) => id === different?.[0]?.id)).toBe(false);
    await Promise.all(others.map((other) => other.stop()));
  });
});

describe('the salary', () => {
  const shown = ({ salary_min, salary_max }: Vacancy) => salary_min > 0 || salary_max > 0;

  it('is 0 where it is unknown, never null', () => {
    const unknown = all.filter((vacancy) => !shown(vacancy));
    expect(unknown.length).toBeGreaterThan(100);
    for (const vacancy of unknown) expect(vacancy).toMatchObject({ salary: 'от 0', salary_min: 0, salary_max: 0 });
  });

  it('may have 0 for one bound, and the same number twice', () => {
    expect(share(({ salary_min, salary_max }) => salary_min > 0 && salary_max === 0)).toBeGreaterThan(25);
    expect(share(({ salary_min, salary_max }) => salary_min === 0 && salary_max > 0)).toBeGreaterThan(1);
    expect(share(({ salary_min, salary_max }) => salary_min > 0 && salary_min === salary_max)).toBeGreaterThan(15);
    expect(all.every(({ salary_min, salary_max }) => salary_max === 0 || salary_max >= salary_min)).toBe(true);
  });

  it('is plausible, and says the same in words', () => {
    for (const { salary, salary_min, salary_max } of all.filter(shown)) {
      const most = Math.max(salary_min, salary_max);
      expect([most > 10_000, most < 1_000_000]).toEqual([true, true]);
      expect(salary.startsWith(`от ${salary_min}`)).toBe(true);
    }
  });
});

describe('what comes as it comes', () => {
  it('coordinates are texts, or are not there', () => {
    const addresses = all.flatMap(({ addresses }) => addresses.address);
    const mapped = addresses.filter(({ lat }) => lat !== undefined);
    expect(mapped.every(({ lat, lng }) => /^\d+\.\d{6}$/.test(String(lat)) && typeof lng === 'string')).toBe(true);
    expect(addresses.length - mapped.length).toBeGreaterThan(20);
    expect(share(({ addresses }) => addresses.address.length === 0)).toBeGreaterThan(1);
    expect(share(({ addresses }) => addresses.address.length > 1)).toBeGreaterThan(1);
  });

  it('some companies are null', () => {
    expect(Math.abs(share(({ company }) => company === null) - 3)).toBeLessThan(1.5);
  });

  it('some adverts are years old, though nobody took them off', () => {
    expect(Math.abs(share((vacancy) => year(vacancy) < 2026) - 10)).toBeLessThan(4);
    expect(Math.min(...all.map(year))).toBeLessThan(2023);
  });

  it('some fields are missing', () => {
    expect(Math.abs(share(({ requirements }) => requirements === undefined) - 10)).toBeLessThan(3);
  });

  it('one company writes its name as registers do, in capitals', () => {
    expect(share(({ company }) => /^ООО "[А-ЯЁ ]+"$/.test(company?.name ?? ''))).toBeGreaterThan(10);
  });
});
