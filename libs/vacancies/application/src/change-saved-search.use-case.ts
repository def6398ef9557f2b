import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import { startedAt, type RateTable, type SavedSearch, type SavedSearchDefinition } from '@job-scope/vacancies-domain';
import type { CurrencyRates, SavedSearchStore } from '@job-scope/vacancies-ports';
import { ratesFor } from './monthly-bounds';
import {
  savedSearchChangedMeanwhile,
  savedSearchNameTaken,
  type InvalidSavedSearch,
  type SavedSearchChangedMeanwhile,
  type SavedSearchNameTaken,
  type SavedSearchNotFound,
} from './saved-search-failures';
import { savedSearchDefinitionOf, wishOf, type SavedSearchWishInput } from './saved-search-wish';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';
import { inputOf } from './search-terms';
import { decided } from './schedule-wish';

export interface ChangeSavedSearchInput {
  readonly userId: string;
  readonly savedSearchId: string;
  /** Only what is named is changed; a search takes the place of the whole search. */
  readonly change: Partial<SavedSearchWishInput>;
  /** The revision that the change was made for; undefined changes whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type ChangeSavedSearchFailure =
  InvalidSavedSearch | SavedSearchNotFound | SavedSearchNameTaken | SavedSearchChangedMeanwhile;

type Decision = Result<SavedSearch, InvalidSavedSearch | SavedSearchChangedMeanwhile>;

/** Changes a saved search. With another search, or to be looked at at other times, it begins anew. */
export class ChangeSavedSearch {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
  ) {}

  async execute(input: ChangeSavedSearchInput): Promise<Result<SavedSearchView, ChangeSavedSearchFailure>> {
    const { userId, savedSearchId } = input;
    const search = input.change.search ?? inputOf((await this.store.byId(userId, savedSearchId))?.terms ?? {});
    const rates = await ratesFor(search, this.rates, this.clock);
    const changed = await this.store.change(userId, savedSearchId, (stored) => this.decide(stored, input, rates));
    if (changed.ok) return ok(toSavedSearchView(changed.value, await this.store.deliveryAddressOf(userId)));
    return changed.error.code === 'saved-searches.name-taken' ? err(savedSearchNameTaken) : err(changed.error);
  }

  private decide(stored: SavedSearch, input: ChangeSavedSearchInput, rates: RateTable): Decision {
    const { change, expectedRevision } = input;
    if (expectedRevision !== undefined && stored.revision !== expectedRevision) return err(savedSearchChangedMeanwhile);
    const definition = savedSearchDefinitionOf({ ...wishOf(stored), ...decided(change) }, rates);
    if (!definition.ok) return definition;
    const { name, language } = definition.value;
    const begins = isOther(stored, definition.value);
    if (!begins && name === stored.name && language === stored.language) return ok(stored);
    const now = this.clock.now();
    return ok({
      ...{ ...stored, ...definition.value, ...(begins && startedAt(definition.value.frequency, now)) },
      ...{ revision: stored.revision + 1, updatedAt: now },
    });
  }
}

const isOther = (before: SavedSearchDefinition, after: SavedSearchDefinition): boolean =>
  before.frequency !== after.frequency || JSON.stringify(sorted(before)) !== JSON.stringify(sorted(after));

const sorted = ({ terms }: SavedSearchDefinition) =>
  Object.entries(terms).sort(([name], [other]) => (name < other ? -1 : 1));
