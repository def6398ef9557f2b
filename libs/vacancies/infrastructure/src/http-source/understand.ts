import { err, ok, type Result } from '@job-scope/kernel';
import type { RemapFailure } from '@job-scope/vacancies-ports';
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

/** For the record, even of what could not be understood. */
const sourceIdOf = (raw: unknown): string | null => {
  const id = (raw as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id.slice(0, 64) : null;
};
