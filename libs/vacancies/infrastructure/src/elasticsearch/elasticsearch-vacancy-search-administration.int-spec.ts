import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { silentLogger } from '@job-scope/platform-nest';
import { describeWith } from '@job-scope/platform-testing';
import { describeSearchAdministration, EVERYTHING, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { createElasticsearchClient } from './client';
import { ElasticsearchVacancySearchAdministration } from './elasticsearch-vacancy-search-administration';
import { ElasticsearchVacancySearchIndexer } from './elasticsearch-vacancy-search-indexer';
import { ElasticsearchVacancySearchReader } from './elasticsearch-vacancy-search-reader';
import { IndexSet } from './index-set';
import { INDEX_VERSION } from './search-index';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(60_000);

const specOf = (getUrl: () => string) => () => {
  let client: Client;
  const made: string[] = [];

  beforeAll(() => {
    client = createElasticsearchClient(getUrl());
  });
  afterEach(async () => {
    for (const base of made.splice(0)) await new IndexSet(client, base).delete([`${base}-*`]);
  });
  afterAll(() => client.close());

  /** An installation of its own, and all ends of it that a version of us has. */
  const install = (base = `test-${randomUUID()}`) => {
    made.push(base);
    return (version = INDEX_VERSION) => ({
      administration: new ElasticsearchVacancySearchAdministration(client, base, version),
      indexer: new ElasticsearchVacancySearchIndexer(client, base, version),
      indexes: new IndexSet(client, base, version),
      reader: new ElasticsearchVacancySearchReader(client, silentLogger, base),
      store: async () => {},
    });
  };
  const found = async ({ reader }: ReturnType<ReturnType<typeof install>>) => {
    const answer = await reader.search(EVERYTHING);
    return answer.ok ? answer.value.items.map(({ title }) => title) : answer.error.code;
  };

  describeSearchAdministration('Elasticsearch', async () => install()());

  it('is searched as it was until the new index is whole, and never in between', async () => {
    const ends = install()();
    const { administration, indexer } = ends;
    await indexer.prepare();
    await indexer.index([toIndex(vacancyToFind({ title: 'old' }))]);
    await indexer.refresh();
    const name = await administration.beginRebuild('anew');
    expect(await found(ends)).toEqual(['old']);
    await indexer.index([toIndex(vacancyToFind({ title: 'meanwhile' }))]);
    await indexer.refresh();
    expect(await found(ends)).toEqual(['meanwhile', 'old']);
    await administration.completeRebuild(name);
    expect(await found(ends)).toEqual(['meanwhile']);
  });

  it('is written to by one version at a time: the other waits, and no index is made of guesses', async () => {
    const of = install();
    const [ours, next] = [of(), of(INDEX_VERSION + 1)];
    await ours.indexer.prepare();
    const entry = toIndex(vacancyToFind());
    await expect(next.indexer.index([entry])).rejects.toThrow('left to those who made it');
    expect(await next.administration.status()).toMatchObject({ state: 'outdated', version: INDEX_VERSION });

    const name = await next.administration.beginRebuild('next');
    await expect(ours.indexer.index([entry])).rejects.toThrow('left to those who made it');
    expect(await next.indexer.index([entry])).toEqual(new Map());
    expect(await found(ours)).toEqual([]);
    expect(await ours.administration.status()).toMatchObject({ state: 'ready', documents: 0 });

    await next.administration.completeRebuild(name);
    await next.administration.dropOthers();
    expect(await next.administration.status()).toMatchObject({ state: 'ready' });
    expect(await ours.administration.status()).toMatchObject({ state: 'newer', version: INDEX_VERSION + 1 });
    expect(await found(ours)).toBe('search.unavailable');
  });

  it('writes to what is left when an index is dropped under its hands', async () => {
    const { administration, indexer, indexes } = install()();
    await indexer.prepare();
    const name = await administration.beginRebuild('anew');
    const { writable } = indexes;
    const before = await writable.call(indexes);
    await administration.completeRebuild(name);
    await administration.dropOthers();
    // As it was asked a moment before the switch.
    const spied = jest.spyOn(IndexSet.prototype, 'writable').mockResolvedValueOnce(before);
    const vacancy = vacancyToFind();
    expect(await indexer.index([toIndex(vacancy)])).toEqual(new Map());
    spied.mockRestore();
    expect(await administration.revisionsOf([vacancy.id])).toHaveLength(1);
    expect([...(await indexes.all()).keys()]).toEqual([name]);
  });

  it('clears away what rebuilds have left that nobody finished', async () => {
    const { administration, indexer, indexes } = install()();
    await indexer.prepare();
    await administration.beginRebuild('forgotten');
    const name = await administration.beginRebuild('anew');
    expect(await indexes.writable()).toEqual([name, indexes.nameOf('first')].sort());
    await administration.completeRebuild(name);
    await administration.dropOthers();
    expect([...(await indexes.all()).keys()]).toEqual([name]);
  });
};

// Inside a block of its own, so that it cleans up before the server goes.
describeWith('elasticsearch', (getUrl) => describe('the search index', specOf(getUrl)));
