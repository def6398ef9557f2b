import type { Result } from '@job-scope/kernel';
import { ProblemException, type ProblemOptions } from '@job-scope/platform-nest';
import type {
  CancelCollectionFailure,
  ClearSourceFailure,
  ChangeSavedSearchFailure,
  ChangeScheduleFailure,
  ChangeVacancyFailure,
  CreateSavedSearchFailure,
  CreateScheduleFailure,
  CreateVacancyFailure,
  DeleteExportFailure,
  DeleteScheduleFailure,
  DiscardDeadLetterFailure,
  ExportVacanciesFailure,
  GetCollectionRunFailure,
  GetExportFailure,
  GetIndexOperationFailure,
  GetDeadLetterFailure,
  GetVacancyFailure,
  GiveBackFieldFailure,
  ListAreasFailure,
  ListCollectionRunsFailure,
  ListCollectionWindowsFailure,
  ListDeadLettersFailure,
  ListExportsFailure,
  ListHiddenVacanciesFailure,
  ListRunEventsFailure,
  ListSchedulesFailure,
  ListVacancyChangesFailure,
  OpenExportFileFailure,
  ReplayDeadLetterFailure,
  RequestCollectionFailure,
  RequestExportFailure,
  RequestIndexOperationFailure,
  ResumeScheduleFailure,
  RunScheduleFailure,
  SearchVacanciesFailure,
  SimilarVacanciesFailure,
  SuggestSearchFailure,
  WithholdVacancyFailure,
} from '@job-scope/vacancies-application';

type Failure =
  | CancelCollectionFailure
  | ClearSourceFailure
  | ChangeSavedSearchFailure
  | ChangeScheduleFailure
  | ChangeVacancyFailure
  | CreateSavedSearchFailure
  | CreateScheduleFailure
  | CreateVacancyFailure
  | DeleteExportFailure
  | DeleteScheduleFailure
  | DiscardDeadLetterFailure
  | ExportVacanciesFailure
  | GetCollectionRunFailure
  | GetExportFailure
  | GetIndexOperationFailure
  | GetDeadLetterFailure
  | GetVacancyFailure
  | GiveBackFieldFailure
  | ListAreasFailure
  | ListCollectionRunsFailure
  | ListCollectionWindowsFailure
  | ListDeadLettersFailure
  | ListExportsFailure
  | ListHiddenVacanciesFailure
  | ListRunEventsFailure
  | ListSchedulesFailure
  | ListVacancyChangesFailure
  | OpenExportFileFailure
  | ReplayDeadLetterFailure
  | RequestCollectionFailure
  | RequestExportFailure
  | RequestIndexOperationFailure
  | ResumeScheduleFailure
  | RunScheduleFailure
  | SearchVacanciesFailure
  | SimilarVacanciesFailure
  | SuggestSearchFailure
  | WithholdVacancyFailure;

interface Answer {
  readonly status: number;
  readonly detail: string;
  readonly headers?: ProblemOptions['headers'];
  readonly errors?: ProblemOptions['errors'];
}

const CURSOR_EXPIRED = {
  status: 400,
  detail: 'The cursor belongs to another list, order or version. Start again from the first page.',
  errors: [{ pointer: '/cursor', message: 'belongs to another list' }],
};

const KEY_REUSED = {
  status: 422,
  detail: 'This Idempotency-Key was sent before with another body. Choose a new key for a new request.',
};

/** What each failure of the use cases is over HTTP. The compiler refuses a table that misses one. */
export const PROBLEMS = {
  'vacancies.not-found': { status: 404, detail: 'There is no vacancy with this identifier.' },
  'vacancies.cursor-expired': CURSOR_EXPIRED,
  'vacancies.invalid': { status: 400, detail: 'No vacancy can be like this.' },
  'vacancies.changed-meanwhile': {
    status: 412,
    detail: 'The vacancy has been changed since it was read. Read it again.',
  },
  'vacancies.idempotency-key-reused': KEY_REUSED,
  'areas.not-found': { status: 404, detail: 'The source has no area with this identifier.' },
  'areas.unknown-source': { status: 400, detail: 'There is no source of this name.' },
  'search.invalid': { status: 400, detail: 'The search is not one that can be answered.' },
  'search.cursor-expired': CURSOR_EXPIRED,
  'search.unavailable': {
    status: 503,
    detail: 'Search is not available now. Single vacancies can still be read.',
    headers: { 'retry-after': '5' },
  },
  'exports.too-large': {
    status: 413,
    detail: 'More than 10,000 vacancies match. Narrow the search, or have them exported: POST /api/v1/exports.',
  },
  'exports.not-found': { status: 404, detail: 'There is no export with this identifier, or no file of it.' },
  'exports.cursor-expired': CURSOR_EXPIRED,
  'exports.too-many': { status: 409, detail: 'Two of your exports are being made: wait for one, or delete one.' },
  'exports.idempotency-key-reused': KEY_REUSED,
  'exports.link-invalid': { status: 403, detail: 'The link is not one that this API has given.' },
  'exports.link-expired': { status: 410, detail: 'The link has expired. Read the export for a new one.' },
  'search-index.operation-not-found': { status: 404, detail: 'There is no index operation with this identifier.' },
  'search-index.unknown-engine': { status: 400, detail: 'No index is kept in this engine.' },
  'search-index.busy': { status: 409, detail: 'Another operation on a search index is under way.' },
  'collections.not-found': { status: 404, detail: 'There is no collection run with this identifier.' },
  'collections.already-finished': { status: 409, detail: 'The run is over: there is nothing to cancel.' },
  'collections.cursor-expired': CURSOR_EXPIRED,
  'collections.unknown-source': { status: 400, detail: 'Nothing can be collected from this source.' },
  'collections.invalid-query': { status: 400, detail: 'The query is not one that a source can be asked.' },
  'collections.idempotency-key-reused': KEY_REUSED,
  'sources.not-found': { status: 404, detail: 'There is no source of this name.' },
  'sources.not-confirmed': { status: 422, detail: 'Nothing was cancelled: confirm is not the name of the source.' },
  'dead-letters.not-found': { status: 404, detail: 'There is no dead letter with this identifier.' },
  'dead-letters.cursor-expired': CURSOR_EXPIRED,
  'dead-letters.discarded': { status: 409, detail: 'The dead letter was discarded: ask for a new collection.' },
  'dead-letters.replayed': { status: 409, detail: 'The dead letter was replayed: there is nothing to discard.' },
  'dead-letters.run-cancelled': { status: 409, detail: 'Its run was cancelled: ask for a new collection.' },
  'dead-letters.run-out-of-requests': {
    status: 409,
    detail: 'Its run has sent all the requests that it may send: ask for a new collection.',
  },
  'saved-searches.not-found': { status: 404, detail: 'You have no saved search with this identifier.' },
  'saved-searches.invalid': { status: 400, detail: 'No saved search can be like this.' },
  'saved-searches.name-taken': { status: 409, detail: 'Another of your saved searches has this name.' },
  'saved-searches.too-many': { status: 409, detail: 'You have as many saved searches as one may have. Delete one.' },
  'saved-searches.changed-meanwhile': {
    status: 412,
    detail: 'The saved search has been changed since it was read. Read it again.',
  },
  'schedules.not-found': { status: 404, detail: 'There is no schedule with this identifier.' },
  'schedules.cursor-expired': CURSOR_EXPIRED,
  'schedules.invalid': { status: 400, detail: 'No schedule can be like this.' },
  'schedules.name-taken': { status: 409, detail: 'Another schedule has this name.' },
  'schedules.changed-meanwhile': {
    status: 412,
    detail: 'The schedule has been changed since it was read. Read it again.',
  },
} as const satisfies Record<Failure['code'], Answer>;

/** The value, or the problem that the table has for the failure. */
export const valueOf = <T>(result: Result<T, Failure>): T => {
  if (result.ok) return result.value;
  const { status, ...answer }: Answer = PROBLEMS[result.error.code];
  const errors = 'fields' in result.error ? result.error.fields : answer.errors;
  throw new ProblemException(status, result.error.code, { ...answer, errors });
};
