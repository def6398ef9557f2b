import { CancelScope, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceFailure, SourcePage, SourcePageRequest } from '@job-scope/vacancies-ports';

type PageResult = Result<SourcePage, SourceFailure>;

export interface PageSource {
  page(request: SourcePageRequest, signal: CancelSignal): Promise<PageResult>;
}

/**
 * The pages of a source from `request.cursor` on; while one is being handled, the next is already on its way, unless the
 * source has more than it shows: then the list may not be worth to be read on. At most two are held at a time. A failure
 * is the last thing it yields. Leaving the loop early cancels the page on its way.
 */
export async function* pagesAhead(
  source: PageSource,
  request: SourcePageRequest,
  signal: CancelSignal,
): AsyncGenerator<PageResult, void, undefined> {
  const scope = new CancelScope(signal);
  const fetch = (cursor: string | null): Promise<PageResult> => {
    const page = source.page({ ...request, cursor }, scope);
    // A rejection is met when the page's turn comes; until then nobody is listening.
    page.catch(() => undefined);
    return page;
  };
  let ahead: Promise<PageResult> | undefined = fetch(request.cursor);
  try {
    while (ahead) {
      const page: PageResult = await ahead;
      const next: string | null = page.ok ? page.value.next : null;
      const isWhole: boolean = page.ok && page.value.found <= page.value.reachable;
      ahead = next !== null && isWhole ? fetch(next) : undefined;
      yield page;
      if (next !== null && !isWhole) ahead = fetch(next);
    }
  } finally {
    scope.cancel();
    await ahead?.catch(() => undefined);
  }
}
