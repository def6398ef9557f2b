import type {
  EditableContent,
  EditableField,
  MonthlySalary,
  Vacancy,
  VacancyDetails,
  VacancySnapshot,
  VacancyState,
  Withholding,
} from '@job-scope/vacancies-domain';

export interface VacancyToStore {
  readonly snapshot: VacancySnapshot;
  /** Digest of `contentOf(snapshot)`; an equal one means that nothing changed. */
  readonly contentHash: string;
  /** Digest of `detailsContentOf(snapshot.details)`; null if the snapshot has none, and then those that are known stay. */
  readonly detailsHash: string | null;
  /** Digest of `duplicateKeyOf(snapshot)`. */
  readonly duplicateKey: string | null;
  /** `monthlySalaryOf(snapshot.salary)` by the rates of the day. */
  readonly monthlySalary: MonthlySalary | null;
}

/** What was learned of one vacancy by asking for it alone. */
export interface VacancyAmendment {
  readonly id: string;
  readonly state: VacancyState;
  /** Null if none were told: those that are known stay. */
  readonly details: DetailsToStore | null;
  /** What told details that could not be understood, to be kept in the place of the payload of those that are known. */
  readonly rejectedRaw?: unknown;
}

export interface DetailsToStore {
  readonly details: VacancyDetails;
  /** Digest of `detailsContentOf(details)`. */
  readonly hash: string;
  /** The payload that told them. */
  readonly raw: unknown;
}

/** What the stored payload of a vacancy says, read anew. */
export interface VacancyRewrite extends VacancyToStore {
  readonly id: string;
  /** The revision whose payload was read; another one has a payload of its own. */
  readonly revision: number;
}

export interface StoredVacancy {
  readonly id: string;
  readonly revision: number;
  readonly outcome: 'created' | 'changed';
}

/** What is to be known of a vacancy to decide what becomes of it. */
export interface HeldVacancy {
  readonly revision: number;
  /** The fields that no source changes. */
  readonly edited: readonly EditableField[];
  /** Null if everybody may. */
  readonly withheld: Withholding | null;
}

export interface StoreResult {
  /** Only what was written; the unchanged are counted, not listed. */
  readonly written: readonly StoredVacancy[];
  readonly unchanged: number;
}

/**
 * Writes vacancies. Reached only through a transaction of `VacancyUnitOfWork`. What readers would notice of a change goes
 * into the history of the vacancy, in the same transaction.
 */
export interface VacancyRepository {
  /**
   * Creates the new, rewrites the changed, leaves the unchanged rows alone, and notes for all that they were seen.
   * The batch must hold each vacancy once (`withoutDuplicates`).
   */
  store(batch: readonly VacancyToStore[], seenAt: Date): Promise<StoreResult>;
  /** Stores one that comes from no source, under this identifier. Throws if it is there. */
  create(id: string, vacancy: VacancyToStore, at: Date): Promise<StoredVacancy>;
  /** Rewrites what changed; notes of all but the gone that they were seen. Each vacancy once; unknown ones are passed over. */
  amend(batch: readonly VacancyAmendment[], at: Date): Promise<readonly StoredVacancy[]>;
  /**
   * Rewrites the rows that say something else than their payload, but for the state, which later answers may have told.
   * The vacancy itself did not change and was not seen, and its history stays as it is.
   */
  rewrite(batch: readonly VacancyRewrite[]): Promise<readonly StoredVacancy[]>;
  /**
   * Holds it for this transaction, and tells whether it is stored and known better than it was then: it was changed
   * since, or has ended and was asked for since.
   */
  isKnownSince(vacancy: Pick<VacancySnapshot, 'source' | 'sourceId'>, moment: Date): Promise<boolean>;
  /** Holds it for this transaction; undefined if there is none. */
  hold(id: string): Promise<HeldVacancy | undefined>;
  /** As `VacancyReader` has it, as this transaction sees it: a held one is as it will stay until it is written here. */
  byId(id: string): Promise<Vacancy | undefined>;
  /**
   * Keeps it from all readers, or from none (null). Collections go on to write it, and change nothing about that. Throws
   * if it is not stored.
   */
  withhold(id: string, withheld: Withholding | null, at: Date): Promise<StoredVacancy>;
  /** What its source has told last of all that superusers may say. Throws if it is not stored. */
  told(id: string): Promise<EditableContent>;
  /**
   * Takes all that superusers may say, and what is concluded from it, from `vacancy`. From then on no collection changes
   * the fields of `edited`, and others are changed again; while there are any, `rewrite` passes the vacancy over. Throws
   * if it is not stored.
   */
  edit(id: string, edited: readonly EditableField[], vacancy: VacancyToStore, at: Date): Promise<StoredVacancy>;
}
