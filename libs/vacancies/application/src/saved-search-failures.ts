import type { FieldFault } from '@job-scope/kernel';

export interface InvalidSavedSearch {
  readonly code: 'saved-searches.invalid';
  readonly fields: readonly FieldFault[];
}

export const savedSearchNotFound = { code: 'saved-searches.not-found' } as const;
export const savedSearchNameTaken = {
  code: 'saved-searches.name-taken',
  fields: [{ pointer: '/name', message: 'is the name of another saved search of yours' }],
} as const;
export const tooManySavedSearches = { code: 'saved-searches.too-many' } as const;
export const savedSearchChangedMeanwhile = { code: 'saved-searches.changed-meanwhile' } as const;

export type SavedSearchNotFound = typeof savedSearchNotFound;
export type SavedSearchNameTaken = typeof savedSearchNameTaken;
export type TooManySavedSearches = typeof tooManySavedSearches;
export type SavedSearchChangedMeanwhile = typeof savedSearchChangedMeanwhile;
