import { gzipSync } from 'node:zlib';
import type { SourceRequestBudget, VacancySource } from '@job-scope/vacancies-ports';
import {
  describeVacancySource,
  RETRY_AFTER_SECONDS,
  type KnownVacancy,
  type SourceMood,
} from '@job-scope/vacancies-testing';
import { html, json, startHttpStub, type Respond } from './http-stub.fixture';

/** How servers refuse, as far as sources are alike. */
const REFUSALS: Readonly<Partial<Record<SourceMood, Respond>>> = {
  blocked: html(403),
  unauthorized: json(401, {}),
  refusing: json(400, {}),
  'rate-limited': json(429, {}, { 'retry-after': String(RETRY_AFTER_SECONDS) }),
  down: html(502),
  resetting: (_request, response) => void response.destroy(),
  truncating: (_request, response) => {
    const whole = gzipSync(JSON.stringify({ text: 'an answer that breaks off' }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(whole.subarray(0, whole.length / 2));
  },
  silent: () => undefined,
};

export interface OnStub<Item extends object> {
  /** Enough for several pages. */
  readonly items: readonly Item[];
  /** Serves items as the source does, page by page. */
  serve(items: readonly Item[]): Respond;
  source(baseUrl: string, budget: SourceRequestBudget): VacancySource;
  known(item: Item): KnownVacancy;
  /** What no item can do without, spoilt. */
  readonly spoilt: Partial<Record<keyof Item, unknown>>;
  /** All that an item can do without, left out. */
  readonly terse: Partial<Record<keyof Item, null>>;
  /** How this source refuses in its own way. */
  readonly refusals?: Readonly<Partial<Record<SourceMood, Respond>>>;
}

/** Holds an adapter to the suite on a server that serves the given items. */
export const describeOnStub = <Item extends object>(name: string, parts: OnStub<Item>): void => {
  const { items, serve, source, known, spoilt, terse } = parts;
  const refusals = { ...REFUSALS, ...parts.refusals };
  const servings: Readonly<Partial<Record<SourceMood, () => readonly Item[]>>> = {
    well: () => items,
    talkative: () => items.map((item) => ({ ...item, brandNewField: { levels: [1, null] } })),
    terse: () => items.map((item) => ({ ...item, ...terse }) as Item),
  };
  describeVacancySource(`${name} on a stub`, async () => {
    const stub = await startHttpStub();
    stub.respond = serve(items);
    return {
      source: (budget) => source(stub.baseUrl, budget),
      vacancies: async () => items.map(known),
      spoil: async () => {
        const [first, ...others] = items;
        if (!first) throw new Error('there is no item to spoil');
        stub.respond = serve([{ ...first, ...spoilt } as Item, ...others]);
        return known(first).sourceId;
      },
      empty: async () => {
        stub.respond = serve([]);
      },
      turn: async (mood) => {
        stub.respond = refusals[mood] ?? serve(servings[mood]?.() ?? items);
      },
      requests: async () => stub.requests.length,
      close: () => stub.close(),
    };
  });
};
