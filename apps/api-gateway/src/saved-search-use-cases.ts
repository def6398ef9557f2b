import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import {
  ChangeSavedSearch,
  CreateSavedSearch,
  DeleteSavedSearch,
  GetSavedSearch,
  ListSavedSearches,
  PauseSavedSearch,
  ResumeSavedSearch,
  Unsubscribe,
} from '@job-scope/vacancies-application';
import { CURRENCY_RATES, SAVED_SEARCH_STORE } from '@job-scope/vacancies-ports';

/** What users may do to their saved searches; the worker looks at them, and sends the mails. */
export const savedSearchUseCases = [
  provideUseCase(ListSavedSearches, SAVED_SEARCH_STORE),
  provideUseCase(GetSavedSearch, SAVED_SEARCH_STORE),
  provideUseCase(CreateSavedSearch, SAVED_SEARCH_STORE, CURRENCY_RATES, CLOCK, ID_GENERATOR),
  provideUseCase(ChangeSavedSearch, SAVED_SEARCH_STORE, CURRENCY_RATES, CLOCK),
  provideUseCase(PauseSavedSearch, SAVED_SEARCH_STORE, CLOCK),
  provideUseCase(ResumeSavedSearch, SAVED_SEARCH_STORE, CLOCK),
  provideUseCase(DeleteSavedSearch, SAVED_SEARCH_STORE),
  provideUseCase(Unsubscribe, SAVED_SEARCH_STORE, CLOCK),
];
