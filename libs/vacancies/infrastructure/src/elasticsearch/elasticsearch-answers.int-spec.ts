import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { silentLogger } from '@job-scope/platform-nest';
import { describeWith } from '@job-scope/platform-testing';
import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancySearch } from '@job-scope/vacancies-ports';
import { EVERYTHING, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { createElasticsearchClient } from './client';
import { ElasticsearchVacancySearchIndexer } from './elasticsearch-vacancy-search-indexer';
import { ElasticsearchVacancySearchReader } from './elasticsearch-vacancy-search-reader';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(30_000);

/** What the engine's own ways would make of searches that no other engine finds difficult. */
const specOf = (getUrl: () => string) => () => {
  const prefix = `test-${randomUUID()}`;
  let client: Client;
  let index: string;

  beforeAll(() => {
    client = createElasticsearchClient(getUrl());
  });
  beforeEach(async () => {
    index = `${prefix}-${randomUUID()}`;
    await new ElasticsearchVacancySearchIndexer(client, index).prepare();
  }, 60_000);
  afterAll(async () => {
    await client.indices.delete({ index: `${prefix}-*` });
    await client.close();
  });

  const put = async (...vacancies: readonly Partial<Vacancy>[]): Promise<void> => {
    const indexer = new ElasticsearchVacancySearchIndexer(client, index);
    expect(await indexer.index(vacancies.map((of) => toIndex(vacancyToFind(of))))).toEqual(new Map());
    await indexer.refresh();
  };
  const reader = () => new ElasticsearchVacancySearchReader(client, silentLogger, index);
  const found = async (search: Partial<VacancySearch>) => {
    const answer = await reader().search({ ...EVERYTHING, ...search });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const titles = async (search: Partial<VacancySearch>) => (await found(search)).items.map(({ title }) => title);
  const titled = (...each: readonly string[]) => each.map((title) => ({ title }));
  const skilled = (...keySkills: readonly string[]): Partial<Vacancy> => ({
    details: { description: null, keySkills, createdAt: null },
  });

  const at = (lat: number, lng: number) => {
    const unknown = { city: null, street: null, building: null, description: null, text: null };
    return { title: `${lat},${lng}`, address: { ...unknown, point: { lat, lng }, metro: [] } };
  };

  it('takes a slip that some have made before for what it is, and shows first what was typed', async () => {
    await put(...titled('Програмист', 'Программист', 'Программист 2', 'Повар'));
    const meant = await titles({ text: 'програмист', sort: 'relevance' });
    expect(meant).toEqual(['Програмист', expect.stringMatching(/^Программист/), expect.stringMatching(/^Программист/)]);
    expect(await titles({ text: 'программист' })).toEqual(['Программист 2', 'Программист']);
  });

  it('marks what was perhaps meant', async () => {
    await put(...titled('Ведущий бухгалтер'));
    const [hit] = (await found({ text: 'бухголтера', highlight: true })).items;
    expect(hit?.highlights).toEqual({ title: 'Ведущий <mark>бухгалтер</mark>' });
  });

  it('finds nothing by stop words alone, and excludes nothing by them', async () => {
    await put(...titled('Работа в Москве'));
    expect(await titles({ text: 'в на' })).toEqual([]);
    expect(await titles({ text: 'работа -в' })).toEqual(['Работа в Москве']);
  });

  it('answers a text of many long words that nobody has, in time', async () => {
    await put(...titled('Повар'));
    const words = Array.from(
      { length: 50 },
      (_, i) => `словоформа${'абвгдежзик'.charAt(i % 10)}${'лмнопр'.charAt(i % 6)}`,
    );
    expect(await titles({ text: words.join(' ') })).toEqual([]);
  });

  it('finds in a box what lies on each of its edges', async () => {
    await put(at(55.1, 37.1), at(55.7, 37.1), at(55.1, 37.7), at(55.7, 37.7), at(55.05, 37.3));
    expect(await titles({ within: { north: 55.7, south: 55.1, west: 37.1, east: 37.7 } })).toHaveLength(4);
    expect(await titles({ within: { north: 55.1, south: 55.7, west: 37.1, east: 37.7 } })).toEqual([]);
  });

  it('finds within no distance at all what is there, and nothing else', async () => {
    await put(at(55.123456, 37.654321), at(55.1235, 37.6543));
    const near = { point: { lat: 55.123456, lng: 37.654321 }, radiusMetres: 0 };
    expect(await titles({ near, sort: 'distance' })).toEqual(['55.123456,37.654321']);
  });

  it('takes any filter for what it is, be it half a character or longer than any term', async () => {
    await put(...titled('Повар'));
    const strange = ['\ud800', 'x'.repeat(40_000), '\u0000', '\u001f'];
    expect(await titles({ skill: strange, employer: { ids: strange, names: strange } })).toEqual([]);
    expect(await titles({ salary: { fromMinor: 2, toMinor: 1 } })).toEqual([]);
    const publishedTo = new Date('9999-12-31T23:59:59-11:00');
    expect(await titles({ publishedFrom: new Date('0001-01-01'), publishedTo })).toEqual(['Повар']);
  });

  it('counts an entry that was renamed once, under the name that most have', async () => {
    const role = (name: string) => ({ professionalRoles: [{ id: '96', name }] });
    await put(role('Программист'), role('Разработчик'), role('Разработчик'));
    const { facets } = await found({ facets: ['professionalRole'] });
    expect(facets).toEqual({ professionalRole: [{ id: '96', name: 'Разработчик', count: 3 }] });
  });

  it('suggests once what is spelled in several ways, in the commonest of them', async () => {
    await put(skilled('Sql', 'SQLite'), skilled('SQL'), skilled('SQL'), skilled('SQLite'));
    const answer = await reader().suggest('sq', 10);
    expect(answer.ok && answer.value.items.map(({ text }) => text)).toEqual(['SQL', 'SQLite']);
  });
};

// Inside a block of its own, so that it cleans up before the server goes.
describeWith('elasticsearch', (getUrl) => describe('a search on Elasticsearch', specOf(getUrl)));
