import type { SavedSearch } from '@job-scope/vacancies-domain';
import type {
  Look,
  NewVacancy,
  NotificationQueue,
  Recipients,
  SavedSearchLooks,
  SavedSearchStore,
} from '@job-scope/vacancies-ports';
import { at } from './builders';
import { SequentialIds } from './sequential-ids';
import type { SuiteCase } from './suite';

/** All ends of one store. */
export interface SavedSearchesHarness {
  readonly store: SavedSearchStore;
  readonly looks: SavedSearchLooks;
  readonly queue: NotificationQueue;
  readonly recipients: Recipients;
}

const ids = new SequentialIds('a05');
const mailIds = new SequentialIds('a06');
export const ANN = '01900000-0000-7000-8000-0000000000aa';
export const BOB = '01900000-0000-7000-8000-0000000000bb';

export const aSavedSearch = (changes: Partial<SavedSearch> = {}): SavedSearch => ({
  ...{ id: ids.next(), ownerId: ANN, name: 'Cooks', terms: { text: 'повар', areaId: ['1'], salaryFrom: 1 } },
  ...{ frequency: 'hourly', language: 'ru', paused: false, since: at(0), watermark: at(0), dueAt: at(0) },
  ...{ revision: 1, createdAt: at(0), updatedAt: at(0) },
  ...changes,
});

/** An identifier of a vacancy stored so many seconds after noon of `at(0)`. */
export const storedAt = (seconds: number): string => {
  const time = at(seconds).getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7abc-8000-000000000001`;
};

export const aNewVacancy = (id: string): NewVacancy => ({
  ...{ id, title: 'Повар', url: 'https://example.org/1', employer: 'Кафе', area: null },
  salary: { fromMinor: 100, toMinor: null, currency: 'RUB', gross: null, period: 'month' },
});

export const aLook = (search: SavedSearch, found: readonly string[], changes: Partial<Look> = {}): Look => ({
  ...{ search, found, shown: found.slice(0, 1).map(aNewVacancy), watermark: at(60), dueAt: at(3600) },
  ...{ notificationId: mailIds.next(), ...changes },
});

export type SavedSearchesCase = SuiteCase<SavedSearchesHarness>;

/** Stores it, tells of its user, and claims it as at its due time. */
export const claimed = async ({ store, looks, recipients }: SavedSearchesHarness, of: Partial<SavedSearch> = {}) => {
  await knowAnn(recipients);
  await store.add(aSavedSearch(of), 50);
  const [search] = await looks.claimDue(at(1), at(300), 1);
  if (!search) throw new Error('nothing was due');
  return search;
};

export const knowAnn = async (recipients: Recipients, deliverTo: string | null = 'ann@example.org') => {
  const position = await recipients.position();
  const next = String(BigInt(position) + 1n);
  expect(await recipients.take(position, [{ position: next, userId: ANN, deleted: false, deliverTo }])).toBe(true);
};
