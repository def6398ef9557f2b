import { err, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import { ownVacancy, parseNewVacancy, type InvalidVacancy, type VacancyEditWish } from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  HtmlCleaner,
  VacancyReader,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { canonical } from './canonical';
import { GetVacancy, type GetVacancyFailure } from './get-vacancy.query';
import { once } from './once';
import { auditOf, ownerOf, type Requester } from './requester';
import { toVacancyToStore } from './vacancy-to-store';
import type { VacancyView } from './vacancy.view';

export interface CreateVacancyInput {
  readonly requester: Requester;
  /** Chosen by the caller; the same key with the same wish gives the same vacancy, however often it is sent. */
  readonly idempotencyKey: string;
  /** Unparsed: the domain says what a vacancy can be like. */
  readonly wish: VacancyEditWish;
}

export type CreateVacancyFailure =
  | InvalidVacancy
  | { readonly code: 'vacancies.idempotency-key-reused' }
  /** The key has brought one that has been hidden or deleted since. */
  | GetVacancyFailure;

/** Stores a vacancy that comes from no source, and announces it: readers find it as any other, and nothing collects it. */
export class CreateVacancy {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly vacancies: VacancyReader,
    private readonly html: HtmlCleaner,
    private readonly hasher: ContentHasher,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute({
    requester,
    idempotencyKey,
    wish,
  }: CreateVacancyInput): Promise<Result<VacancyView, CreateVacancyFailure>> {
    const edit = parseNewVacancy(wish, (html) => this.html.clean(html));
    if (!edit.ok) return edit;
    const [id, now] = [this.ids.next(), this.clock.now()];
    const vacancy = toVacancyToStore(ownVacancy(id, edit.value, now), this.hasher, await this.rates.at(now));
    const key = { owner: ownerOf(requester), key: idempotencyKey };
    const brought = { kind: 'vacancy', id, fingerprint: this.hasher.hash(canonical(['vacancy', wish])) } as const;
    const { title } = vacancy.snapshot;
    const event = auditOf(requester, 'vacancy.created', { kind: 'vacancy', id }, now, { title });
    const made = await this.unitOfWork.run((tx) =>
      once(tx, key, brought, async () => {
        const { revision } = await tx.vacancies.create(id, vacancy, now);
        await tx.outbox.append([{ kind: 'vacancy-changed', vacancyId: id, revision }]);
        await tx.audit.append(event);
      }),
    );
    if (made.isKeyReused) return err({ code: 'vacancies.idempotency-key-reused' });
    return new GetVacancy(this.vacancies).execute(made.id);
  }
}
