import { ok, type CancelSignal, type Result } from '@job-scope/kernel';
import { EVERYTHING } from '@job-scope/vacancies-domain';
import type { SourceFailure, SourcePage, SourcePageRequest, Split, VacancySource } from '@job-scope/vacancies-ports';
import { NEVER } from './collecting.fixture';
import { pagesAhead } from './pages-ahead';

const FIRST: SourcePageRequest = { query: {}, slice: EVERYTHING, cursor: null };

type Answer = Result<SourcePage, SourceFailure>;

const pageBefore = (next: string | null, found = 0): Answer =>
  ok({ vacancies: [], rejected: [], found, reachable: 0, next, requests: 1 });

class PendingAnswer {
  resolve: (answer: Answer) => void = () => undefined;
  reject: (error: Error) => void = () => undefined;
  readonly promise = new Promise<Answer>((resolve, reject) => Object.assign(this, { resolve, reject }));
}

/** Answers when the test says so. */
class ManualSource implements VacancySource {
  readonly name = 'headhunter';
  readonly asked: (string | null)[] = [];
  signal: CancelSignal = NEVER;
  private readonly answers: PendingAnswer[] = [];

  page(request: SourcePageRequest, signal: CancelSignal): Promise<Answer> {
    this.asked.push(request.cursor);
    this.signal = signal;
    const answer = this.answer(this.asked.length - 1);
    signal.addEventListener('abort', () => answer.reject(new DOMException('cancelled', 'AbortError')));
    return answer.promise;
  }

  async split(): Promise<Result<Split, SourceFailure>> {
    return ok({ slices: [], requests: 0 });
  }

  answer(index: number): PendingAnswer {
    return (this.answers[index] ??= new PendingAnswer());
  }
}

describe('pagesAhead', () => {
  it('asks for the next page before the one at hand is done with, and for no more', async () => {
    const source = new ManualSource();
    const pages = pagesAhead(source, FIRST, NEVER);
    source.answer(0).resolve(pageBefore('1'));
    source.answer(1).resolve(pageBefore('2'));
    await pages.next();
    expect(source.asked).toEqual([null, '1']);
  });

  it('ends after the last page', async () => {
    const source = new ManualSource();
    source.answer(0).resolve(pageBefore('1'));
    source.answer(1).resolve(pageBefore(null));
    const seen: unknown[] = [];
    for await (const page of pagesAhead(source, FIRST, NEVER)) seen.push(page);
    expect(seen).toHaveLength(2);
  });

  it('cancels the page on its way when the loop is left, and waits until it has let go', async () => {
    const source = new ManualSource();
    source.answer(0).resolve(pageBefore('1'));
    const failing = async () => {
      for await (const page of pagesAhead(source, FIRST, NEVER)) throw new Error(`stored no page: ${page.ok}`);
    };
    await expect(failing()).rejects.toThrow('stored no page');
    expect(source.signal.aborted).toBe(true);
    await expect(source.answer(1).promise).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('keeps the failure of a page on its way until its turn, which must not end the process', async () => {
    const unhandled = jest.fn();
    process.once('unhandledRejection', unhandled);
    const source = new ManualSource();
    const pages = pagesAhead(source, FIRST, NEVER);
    source.answer(0).resolve(pageBefore('1'));
    await expect(pages.next()).resolves.toMatchObject({ value: pageBefore('1') });
    source.answer(1).reject(new Error('broken'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    await expect(pages.next()).rejects.toThrow('broken');
  });

  it('follows the signal that it is given', async () => {
    const source = new ManualSource();
    const stop = new AbortController();
    const first = pagesAhead(source, FIRST, stop.signal).next();
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  });
});
