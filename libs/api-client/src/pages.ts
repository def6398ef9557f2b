/** What all lists of the API have in common. */
interface Page {
  readonly nextCursor?: string;
}

/** Goes through a list page by page; `ask` is given the cursor of each page, and none for the first. */
export async function* pages<P extends Page>(
  ask: (cursor: string | undefined) => Promise<{ readonly data: P }>,
): AsyncGenerator<P, void, undefined> {
  let cursor: string | undefined;
  do {
    const { data } = await ask(cursor);
    yield data;
    cursor = data.nextCursor;
  } while (cursor !== undefined);
}
