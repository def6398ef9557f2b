import type { Reference } from '@job-scope/vacancies-domain';
import type { ItemReader } from '../http-source/item-reader';

/**
 * The first office that no other of the job lies within: companies list a town together with the region that it is in.
 * The others stay in the payload.
 */
export const mapArea = (item: ItemReader): Reference | null => {
  const offices = item.objects('offices').map((office) => ({
    reference: { id: office.digits('id'), name: office.text('name') },
    parent: office.optionalDigits('parent_id'),
  }));
  const parents = new Set(offices.map(({ parent }) => parent));
  return offices.find(({ reference }) => !parents.has(reference.id))?.reference ?? null;
};
