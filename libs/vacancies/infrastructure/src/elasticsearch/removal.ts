import type { Client, estypes } from '@elastic/elasticsearch';
import type { IndexedRevision } from '@job-scope/vacancies-ports';

/** Of the documents that are in this index. */
export const revisionsIn = async (
  client: Client,
  index: string,
  ids: readonly string[],
): Promise<readonly IndexedRevision[]> => {
  if (ids.length === 0) return [];
  const { docs } = await client.mget({ index, ids: [...ids], _source: false });
  return docs.flatMap((document) =>
    isFound(document) ? [{ id: document._id, revision: document._version ?? 0 }] : [],
  );
};

/**
 * Under the revision that is there: a deletion without one would count as a later revision, and keep the same one from
 * coming back for a while.
 */
export const removeFrom = async (client: Client, index: string, ids: readonly string[]): Promise<void> => {
  const operations = (await revisionsIn(client, index, ids)).map(({ id: _id, revision: version }) => ({
    delete: { _index: index, _id, version, version_type: 'external_gte' as const },
  }));
  if (operations.length === 0) return;
  const { items } = await client.bulk({ operations });
  const failed = items.find(({ delete: item }) => item?.error && !HARMLESS.includes(item.status));
  if (failed?.delete)
    throw new Error(`Elasticsearch could not remove ${failed.delete._id}: ${failed.delete.error?.type}`);
};

/** It is gone already, or a later revision has come meanwhile. */
const HARMLESS = [404, 409];

const isFound = (document: estypes.MgetResponseItem): document is estypes.GetGetResult =>
  'found' in document && document.found;
