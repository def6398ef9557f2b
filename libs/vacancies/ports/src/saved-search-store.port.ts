import { portToken, type Failure, type Result } from '@job-scope/kernel';
import type { SavedSearch } from '@job-scope/vacancies-domain';

export type SavedSearchNotFound = { readonly code: 'saved-searches.not-found' };
/** The user has another of that name. */
export type SavedSearchNameTaken = { readonly code: 'saved-searches.name-taken' };
export type TooManySavedSearches = { readonly code: 'saved-searches.too-many' };

/** Keeps saved searches for their users. Each step is done as a whole or not at all; to others than its user there is none. */
export interface SavedSearchStore {
  /** Unless the user has `limit` of them. */
  add(search: SavedSearch, limit: number): Promise<Result<void, SavedSearchNameTaken | TooManySavedSearches>>;
  byId(ownerId: string, id: string): Promise<SavedSearch | undefined>;
  /** The newest first. */
  ofOwner(ownerId: string): Promise<readonly SavedSearch[]>;
  /** Stores what `decide` makes of what is stored; nobody else changes it meanwhile. */
  change<Refusal extends Failure>(
    ownerId: string,
    id: string,
    decide: (stored: SavedSearch) => Result<SavedSearch, Refusal>,
  ): Promise<Result<SavedSearch, Refusal | SavedSearchNotFound | SavedSearchNameTaken>>;
  /** With all that was noted for it and is still to be sent; only if `isMeant`. False if it was not. */
  remove(
    ownerId: string,
    id: string,
    isMeant: (stored: SavedSearch) => boolean,
  ): Promise<Result<boolean, SavedSearchNotFound>>;
  /** By the secret that its mails carry; false if there is no such saved search. */
  pauseBySecret(secret: string, at: Date): Promise<boolean>;
  /** The proved address of an active user; null if none is known. */
  deliveryAddressOf(ownerId: string): Promise<string | null>;
}

export const SAVED_SEARCH_STORE = portToken<SavedSearchStore>('vacancies/SavedSearchStore');
