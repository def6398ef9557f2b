import { err, ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, Suggestion, Told } from '@job-scope/vacancies-ports';
import { NO_HITS, NOTHING_TOLD } from '@job-scope/vacancies-testing';
import { SuggestSearch } from './suggest-search.query';

const COOK = { kind: 'title', text: 'Повар' } as const;

const run = async (prefix: string, answer: (prefix: string) => Result<Told<Suggestion>, SearchFailure>) => {
  const asked: [string, number][] = [];
  const suggest = async (text: string, limit: number) => {
    asked.push([text, limit]);
    return answer(text);
  };
  const reader = { suggest, search: async () => ok(NO_HITS), similar: async () => ok(NOTHING_TOLD) };
  return { result: await new SuggestSearch(reader).execute({ prefix, limit: 5 }), asked };
};

describe('SuggestSearch', () => {
  it('hands on what the engine suggests', async () => {
    const { result, asked } = await run(' пов\0', () => ok({ items: [COOK], degraded: true }));
    expect(result).toEqual(ok({ items: [COOK], degraded: true }));
    expect(asked).toEqual([['пов', 5]]);
  });

  it('asks in the other keyboard layout when nothing begins so', async () => {
    const { result, asked } = await run('gjd', (prefix) =>
      ok(prefix === 'пов' ? { items: [COOK], degraded: false } : NOTHING_TOLD),
    );
    expect(result).toEqual(ok({ items: [COOK], degraded: false }));
    expect(asked).toEqual([
      ['gjd', 5],
      ['пов', 5],
    ]);
  });

  it('suggests nothing for nothing, and asks nobody', async () => {
    const { result, asked } = await run(' \0', () => ok({ items: [COOK], degraded: false }));
    expect([result, asked]).toEqual([ok(NOTHING_TOLD), []]);
  });

  it('hands the failures of the engine on', async () => {
    const { result, asked } = await run('gjd', () => err({ code: 'search.unavailable' }));
    expect([result, asked.length]).toEqual([err({ code: 'search.unavailable' }), 1]);
  });
});
