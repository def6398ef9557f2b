import type { estypes } from '@elastic/elasticsearch';
import type { Vacancy } from '@job-scope/vacancies-domain';
import { normaliseText } from '../search-text';
import { NEVER_SHOWN } from './search-document';

type Query = estypes.QueryDslQueryContainer;

/** Like in title, skills or roles; among these, the more like in the other words the better. */
export const similarBody = (vacancy: Vacancy, limit: number): estypes.SearchRequest => {
  const { id, duplicateKey, title, details, professionalRoles, requirement, responsibility } = vacancy;
  const text = [requirement, responsibility, details?.description?.text].filter(Boolean).join(' ');
  const likenesses = [
    ...likeness(['words.title'], title, 3),
    ...likeness(['words.skills'], (details?.keySkills ?? []).join(' '), 2),
    ...(professionalRoles.length > 0 ? [ofOneRole(professionalRoles)] : []),
  ];
  const itself: Query[] = [{ ids: { values: [id] } }];
  return {
    query: {
      bool: {
        must: likenesses.length > 0 ? { bool: { should: likenesses } } : { match_none: {} },
        should: likeness(['words.description', 'words.requirement', 'words.responsibility'], text, 1),
        filter: [{ term: { state: 'active' } }, { term: { isCanonical: true } }],
        must_not: duplicateKey === null ? itself : [...itself, { term: { duplicateKey } }],
      },
    },
    sort: [{ _score: { order: 'desc' } }, { id: 'desc' }],
    _source: { excludes: [...NEVER_SHOWN, 'description'] },
    size: limit,
    track_total_hits: false,
  };
};

/** By the words that tell most: those that are rare among all vacancies. */
const likeness = (fields: string[], text: string, boost: number): Query[] => {
  const like = normaliseText(text);
  return like === '' ? [] : [{ more_like_this: { fields, like, boost, min_term_freq: 1, min_doc_freq: 1 } }];
};

const ofOneRole = (roles: Vacancy['professionalRoles']): Query => ({
  terms: { 'professionalRoles.id': roles.map(({ id }) => id) },
});
