import { err, ok, type Result } from '@job-scope/kernel';
import type { VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure, SourcePage } from '@job-scope/vacancies-ports';
import { ItemFault, ItemReader } from './item-reader';

/** Reads one item of a payload. The first field that cannot be read rejects the item. */
export const understand = <Value>(raw: unknown, read: (item: ItemReader) => Value): Result<Value, RemapFailure> => {
  try {
    return ok(read(ItemReader.of(raw)));
  } catch (error) {
    if (!(error instanceof ItemFault)) throw error;
    return err({ code: 'source.item-not-understood', sourceId: sourceIdOf(raw), reason: error.message });
  }
};

/** Reads the items of a list, as they would be stored: those that cannot be understood are named, and lose no other. */
export const understandAll = (
  items: readonly unknown[],
  map: (item: unknown) => Result<VacancySnapshot, RemapFailure>,
): Pick<SourcePage, 'vacancies' | 'rejected'> => {
  const results = items.map(map);
  return {
    vacancies: results.flatMap((result) => (result.ok ? [result.value] : [])),
    rejected: results.flatMap((result, index) =>
      result.ok ? [] : [{ sourceId: result.error.sourceId, reason: result.error.reason, raw: items[index] }],
    ),
  };
};

/** For the record, even of what could not be understood. */
const sourceIdOf = (raw: unknown): string | null => {
  const id = (raw as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' || Number.isSafeInteger(id) ? String(id).slice(0, 64) : null;
};
