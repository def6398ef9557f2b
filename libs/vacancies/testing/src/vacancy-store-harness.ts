import type { VacancyChanged, Vacancy } from '@job-scope/vacancies-domain';
import type {
  CollectionRunReader,
  DeadLetterReader,
  HiddenVacancyReader,
  OpenWork,
  OutboxFeed,
  OutboxMessage,
  RunEvent,
  ScheduleReader,
  StoreResult,
  VacancyHistoryReader,
  VacancyPayloads,
  VacancyReader,
  VacancyToStore,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';

/** A store with nothing in it, through all of its doors. */
export interface VacancyStoreHarness {
  readonly unitOfWork: VacancyUnitOfWork;
  readonly vacancies: VacancyReader;
  readonly hidden: HiddenVacancyReader;
  readonly history: VacancyHistoryReader;
  readonly payloads: VacancyPayloads;
  readonly runs: CollectionRunReader;
  readonly openWork: OpenWork;
  readonly deadLetters: DeadLetterReader;
  readonly schedules: ScheduleReader;
  readonly outbox: OutboxFeed;
  /** The history of a run in order. */
  runEvents(runId: string): Promise<readonly (RunEvent & { readonly seq: number })[]>;
}

/** Stores a batch and announces what was written, as collecting does. */
export const store = (
  { unitOfWork }: VacancyStoreHarness,
  batch: readonly VacancyToStore[],
  seenAt: Date,
): Promise<StoreResult> =>
  unitOfWork.run(async (tx) => {
    const result = await tx.vacancies.store(batch, seenAt);
    await tx.outbox.append(
      result.written.map(({ id, revision }): VacancyChanged => ({ kind: 'vacancy-changed', vacancyId: id, revision })),
    );
    return result;
  });

/** Stores a single vacancy and gives it back as the readers show it. */
export const storeOne = async (
  harness: VacancyStoreHarness,
  vacancy: VacancyToStore,
  seenAt: Date,
): Promise<Vacancy> => {
  const { written } = await store(harness, [vacancy], seenAt);
  const stored = written[0] && (await harness.vacancies.byId(written[0].id));
  if (!stored) throw new Error('nothing was written');
  return stored;
};

/** Everything that waits in the outbox and can be claimed, in the order in which it comes; it is gone afterwards. */
export const drain = async (outbox: OutboxFeed): Promise<readonly OutboxMessage[]> => {
  const drained: OutboxMessage[] = [];
  const take = async (messages: readonly OutboxMessage[]) => {
    drained.push(...messages);
    return messages.map(({ id }) => ({ messageId: id }));
  };
  while ((await outbox.consume(100, take)) > 0);
  return drained;
};
