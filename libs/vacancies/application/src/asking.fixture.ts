import { InMemoryInquiringSource, OpenBudget } from '@job-scope/vacancies-testing';
import { Collecting, snapshots } from './collecting.fixture';

/** With a source that can be asked for single vacancies. */
export const asking = (count: number) => {
  const collection = new Collecting();
  collection.world.vacancies = snapshots(count);
  const source = new InMemoryInquiringSource(collection.world, new OpenBudget());
  collection.source = source;
  /** Identifiers that were asked for since the last look, in order of their numbers. */
  const asked = () => source.asked.splice(0).sort((a, b) => Number(a) - Number(b));
  return { collection, world: collection.world, source, asked };
};

export const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
