import { err, ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyHits, VacancySearch } from '@job-scope/vacancies-ports';
import { FixedRates, hitOf, NO_HITS, NOTHING_TOLD, vacancyToFind } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { ExportVacancies, MAX_STREAMED, type ExportInput } from './export-vacancies.query';

const none = () => Promise.resolve(ok(NOTHING_TOLD));
type Answer = Result<VacancyHits, SearchFailure>;

const HEADER =
  'id,source,sourceId,title,url,state,publishedAt,employerId,employer,areaId,area,salaryFrom,salaryTo,salaryCurrency,' +
  'salaryGross,salaryPeriod,monthlySalaryFrom,monthlySalaryTo,monthlySalaryCurrency,experience,employment,schedule,' +
  'workFormats,professionalRoles,keySkills,hasTest,requirement,responsibility,lat,lng,distanceMetres';

const exporting = async (input: Partial<ExportInput>, answer: (request: VacancySearch) => Answer) => {
  const asked: VacancySearch[] = [];
  const search = async (request: VacancySearch) => {
    asked.push(request);
    return answer(request);
  };
  const reader = { search, suggest: none, similar: none };
  const useCase = new ExportVacancies(reader, new FixedRates(), { now: () => new Date(0) });
  return { asked, result: await useCase.execute({ format: 'csv', ...input }) };
};

const pageOf = (titles: readonly string[], next?: number, total = titles.length): Answer =>
  ok({
    ...NO_HITS,
    items: titles.map((title) => hitOf(vacancyToFind({ title }))),
    ...(next !== undefined && { next: { list: 'l', after: [next] } }),
    total: { value: total, exact: true },
  });

const textOf = async (input: Partial<ExportInput>, answer: (request: VacancySearch) => Answer): Promise<string> => {
  const { result } = await exporting(input, answer);
  if (!result.ok) throw new Error(result.error.code);
  return (await collected(result.value)).join('');
};

const collected = async (texts: AsyncIterable<string>): Promise<readonly string[]> => {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all;
};

/** RFC 4180 as its grammar says it, without regard to speed. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let [row, rest] = [[] as string[], text];
  while (rest !== '') {
    const [whole = '', quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`no CSV: ${JSON.stringify(rest.slice(0, 40))}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') [row, rows[rows.length]] = [[], row];
    rest = rest.slice(whole.length);
  }
  return rows;
};

const rowsOf = (text: string): Record<string, string>[] => {
  const [names = [], ...rows] = parseCsv(text.replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
};

describe('ExportVacancies', () => {
  it('has columns whose names stay, behind a byte order mark for Excel', async () => {
    expect(await textOf({}, () => pageOf([]))).toBe(`\uFEFF${HEADER}\r\n`);
  });

  it('reads page after page by cursor to the end', async () => {
    const pages = [pageOf(['a', 'b'], 1), pageOf(['c'], 2), pageOf(['d'])];
    const text = await textOf({ sort: 'id' }, ({ from }) => pages[Number(from?.after[0] ?? 0)]!);
    expect(rowsOf(text).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('reads the next page only when it is wanted, and no more when nobody wants it', async () => {
    const { asked, result } = await exporting({}, () => pageOf(['a'], 1));
    if (!result.ok) throw new Error(result.error.code);
    const texts = result.value[Symbol.asyncIterator]();
    await texts.next();
    await texts.next();
    expect(asked).toHaveLength(1);
    await texts.next();
    expect(asked).toHaveLength(2);
    await texts.return?.();
    expect(asked).toHaveLength(2);
  });

  it('sorts by publication unless told otherwise, with a text, too', async () => {
    const { asked } = await exporting({ text: 'повар' }, () => pageOf(['a']));
    expect(asked[0]).toMatchObject({ sort: 'published', order: 'desc', facets: [], highlight: false });
  });

  it('exports what a search shows that was typed in the wrong layout, on every page', async () => {
    const text = await textOf({ text: 'ghbdtn' }, (request) =>
      request.text === 'привет' ? pageOf([request.text], request.from ? undefined : 1, 2) : pageOf([]),
    );
    expect(rowsOf(text)).toHaveLength(2);
  });

  it('writes a vacancy a line as JSON, and no highlights', async () => {
    const text = await textOf({ format: 'jsonl' }, () => pageOf(['line\nbreak', 'b']));
    const vacancies = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(vacancies).toMatchObject([{ title: 'line\nbreak', source: 'headhunter' }, { title: 'b' }]);
    expect(vacancies[0]).not.toHaveProperty('highlights');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', "'=1"])(
    'lets no spreadsheet calculate %j',
    async (title) => {
      expect(rowsOf(await textOf({}, () => pageOf([title])))[0]?.['title']).toBe(`'${title}`);
    },
  );

  it('leaves numbers of places south and west what they are', async () => {
    const hit = { ...hitOf(vacancyToFind()), point: { lat: -33.5, lng: -70.25 } };
    const text = await textOf({}, () => ok({ ...NO_HITS, items: [hit], total: { value: 1, exact: true } }));
    expect(rowsOf(text)[0]).toMatchObject({ lat: '-33.5', lng: '-70.25' });
  });

  it('gives back every text by the rules of RFC 4180, and none that begins like a formula', async () => {
    const character = fc.constantFrom(...'",\r\n\t \'=+-@;аЯ', '＝', '\u2028', '😀');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: character }), { maxLength: 5 }), async (titles) => {
        const read = rowsOf(await textOf({}, () => pageOf(titles))).map(({ title = '' }) => title);
        expect(read.map((title) => title.replace(/^'/, ''))).toEqual(titles);
        expect(read.filter((title) => /^\s*[=+\-@]/.test(title))).toEqual([]);
      }),
    );
  });

  it('refuses before the first line what is too much, and what no engine can be asked', async () => {
    for (const total of [
      { value: MAX_STREAMED + 1, exact: true },
      { value: MAX_STREAMED, exact: false },
    ]) {
      const tooMuch = await exporting({}, () => ok({ ...NO_HITS, total }));
      expect(tooMuch.result).toEqual(err({ code: 'exports.too-large' }));
    }
    const justEnough = await exporting({}, () => pageOf(['a'], undefined, MAX_STREAMED));
    expect(justEnough.result.ok).toBe(true);
    const away = await exporting({}, () => err({ code: 'search.unavailable' }));
    expect(away.result).toEqual(err({ code: 'search.unavailable' }));
    const invalid = await exporting({ source: ['linkedin'] }, () => pageOf([]));
    expect(invalid.result).toMatchObject({ error: { code: 'search.invalid', fields: [{ pointer: '/source' }] } });
  });

  it('throws when the engine goes away in the middle: half a list must not pass for the whole', async () => {
    const text = textOf({}, ({ from }) => (from ? err({ code: 'search.unavailable' }) : pageOf(['a'], 1)));
    await expect(text).rejects.toThrow('search.unavailable');
  });

  it('throws when there is more than was counted', async () => {
    const many = Array.from({ length: 500 }, () => 'a');
    await expect(textOf({}, () => pageOf(many, 1))).rejects.toThrow('more than');
  });
});
