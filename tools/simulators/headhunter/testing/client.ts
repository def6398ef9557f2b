import { createSimulator, type SimulatorOptions } from '../simulator';
import type { Body, Item } from './wire';

export const USER_AGENT = 'JobScope/1.0 (jobscope@example.com)';

export type Query = Record<string, string | number | boolean | readonly string[]>;

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  /** The parsed body. */
  body: Body;
}

/** A simulator without a socket, and what a polite client does with it. */
export function simulate(options: SimulatorOptions = {}) {
  const { app, control } = createSimulator(options);

  async function send(
    method: 'GET' | 'HEAD' | 'POST' | 'DELETE',
    path: string,
    headers = {},
    payload?: string | object,
  ): Promise<Answer> {
    const response = await app.inject({
      method,
      url: path,
      headers: { 'hh-user-agent': USER_AGENT, ...headers },
      payload,
    });
    const isJson = String(response.headers['content-type']).startsWith('application/json') && response.body !== '';
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body: (isJson && !response.headers['content-encoding'] ? response.json() : undefined) as Body,
    };
  }

  const get = (path: string, query: Query = {}, headers = {}) =>
    send('GET', `${path}?${toQueryString(query)}`, headers);
  const search = (query: Query = {}) => get('/vacancies', query);
  return { control, send, get, search };
}

/** Every item of a search, page after page. */
export async function collect(
  search: (query: Query) => Promise<Answer>,
  query: Query,
): Promise<{ found: number; items: Item[] }> {
  const first = (await search({ ...query, page: 0 })).body;
  const items = [...first.items];
  for (let page = 1; page < first.pages; page += 1) items.push(...(await search({ ...query, page })).body.items);
  return { found: first.found, items };
}

export const idsOf = (items: { id: string }[]): string[] => items.map((item) => item.id);

function toQueryString(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values].flat()) parameters.append(name, String(value));
  }
  return parameters.toString();
}
