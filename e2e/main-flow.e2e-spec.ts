import { describeWith } from '@job-scope/platform-testing';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { Client } from './client.fixture';
import { LocalStack, workspace, type RunningStack } from './local-stack.fixture';

const SAMPLE = join(workspace, 'tools/simulators/headhunter/fixtures/sample-items.json');
const sampleItems = JSON.parse(readFileSync(SAMPLE, 'utf8')).items as HeadHunterItem[];

interface HeadHunterItem {
  readonly id: string;
  readonly name: string;
  readonly employer: { readonly id?: string; readonly name: string; readonly trusted: boolean };
  readonly address: { readonly city: string | null; readonly raw: string | null } | null;
  readonly type: { readonly id: string };
  readonly area: { readonly id: string; readonly name: string };
  readonly salary: { from: number | null; to: number | null; currency: string; gross: boolean | null } | null;
}

/** The facts of a real item as our API must show them. */
const expectedOf = ({ id, name, employer, area, salary }: HeadHunterItem) => ({
  sourceId: id,
  title: name,
  employer: { id: employer.id ?? null, name: employer.name, trusted: employer.trusted },
  area: { id: area.id, name: area.name },
  // HeadHunter still says RUR; ISO 4217 says RUB since 1998.
  salary: salary && { ...salary, currency: salary.currency.replace('RUR', 'RUB'), period: 'month' },
});
interface Paid {
  readonly monthlySalary: { readonly from: number | null; readonly to: number | null };
}
const bySourceId = (one: { sourceId: string }, other: { sourceId: string }) => (one.sourceId < other.sourceId ? -1 : 1);

/** From a source to a search answer, over HTTP, in one configuration. */
function mainFlow(env: () => Record<string, string>): void {
  const stack = new LocalStack();
  let running: RunningStack;
  let client: Client;
  beforeAll(async () => {
    running = await stack.start(['--data', SAMPLE], env());
    client = await Client.logIn(running.url, stack.superuserPassword);
  });
  afterAll(async () => {
    await running?.stop();
    await stack.destroy();
  });

  it('makes every real sample item searchable, once, with its salary, employer and area', async () => {
    const found = await client.everything();

    expect(found).toHaveLength(sampleItems.length);
    expect([...found].sort(bySourceId)).toMatchObject(sampleItems.map(expectedOf).sort(bySourceId));
  });

  it('changes nothing when the same is collected again', async () => {
    const run = await client.runUntil(await client.collect(), ({ status }) => status === 'finished');

    expect(run).toMatchObject({
      outcome: 'complete',
      counts: { created: 0, changed: 0, unchanged: sampleItems.length },
    });
  });

  it('lets front ends go from facets to filters, in any currency, and marks what matched', async () => {
    const search = async (query: string) => (await client.get(`/api/v1/vacancies/search?${query}`).expect(200)).body;
    const { facets } = await search('facets=area&facets=employer&facets=experience');
    for (const [name, values] of Object.entries<{ id: string; count: number }[]>(facets)) {
      const [{ id = '', count = 0 } = {}] = values;
      expect([name, (await search(`${name}Id=${encodeURIComponent(id)}`)).total.value]).toEqual([name, count]);
    }
    const paid = await search('salaryFrom=1&salaryCurrency=USD&sort=salary&limit=100');
    const amounts = paid.items.map((item: Paid) => item.monthlySalary.from ?? item.monthlySalary.to);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const marked = await search('text=python&highlight=true');
    expect(marked.items[0].highlights.title).toMatch(/<mark>python<\/mark>/i);
  });

  it('completes what is typed, and finds what is alike', async () => {
    const [found] = await client.everything();
    const { body: suggestions } = await client.get('/api/v1/vacancies/suggestions?q=pyth').expect(200);
    expect(suggestions.items).not.toEqual([]);
    const { body: similar } = await client.get(`/api/v1/vacancies/${found!.id}/similar`).expect(200);
    expect(similar.items.map(({ id }: { id: string }) => id)).not.toContain(found!.id);
  });

  it('serves one vacancy as it was found', async () => {
    const all = await client.everything();
    const item = sampleItems.find(({ address }) => address?.raw)!;
    const found = all.find(({ sourceId }) => sourceId === item.id)!;
    const { body } = await client.get(`/api/v1/vacancies/${found.id}`).expect(200);
    const address = { city: item.address?.city, text: item.address?.raw };

    expect(body).toMatchObject({ ...expectedOf(item), address, type: { id: item.type.id } });
    // It was asked for alone; a file of items has no more to say.
    expect(body.details).toMatchObject({ description: null, keySkills: [] });
    expect(body.monthlySalary === null).toBe(item.salary === null);
  });

  it('tells what became of a vacancy: nothing yet', async () => {
    const [found] = await client.everything();
    const { body } = await client.get(`/api/v1/vacancies/${found!.id}/history`).expect(200);

    expect(body).toEqual({ items: [] });
  });

  it('carries the trace of a request from the gateway to the worker', async () => {
    const traceId = 'c0ffee00c0ffee00c0ffee00c0ffee00';
    const path = await client.collect({ traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    await client.runUntil(path, ({ status }) => status === 'finished');

    for (const service of ['api-gateway', 'vacancy-worker']) expect(stack.log(service)).toContain(traceId);
  });

  it.each(['trudvsem', 'greenhouse'])('collects all that %s has, too, for readers to find', async (source) => {
    const run = await client.runUntil(await client.collect({}, source), ({ status }) => status === 'finished');

    expect(run).toMatchObject({ outcome: 'complete', counts: { fetched: 500, created: 500, skipped: 0 } });
    await client.untilSearchable(1, { source });
  });
}

describe('the main flow on PostgreSQL alone', () => mainFlow(() => ({})));

describeWith('redis', (redisUrl) =>
  describeWith('elasticsearch', (elasticsearchUrl) =>
    describe('the main flow on Redis and Elasticsearch', () =>
      mainFlow(() => ({ REDIS_URL: redisUrl(), ELASTICSEARCH_URL: elasticsearchUrl() }))),
  ),
);
