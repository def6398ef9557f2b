import type { estypes } from '@elastic/elasticsearch';
import { STOP_WORDS } from './stop-words';

/** Readers and writers know the index by this name only, so that another index can be put behind it. */
export const SEARCH_ALIAS = 'vacancies';

/** Grows with every change below, and with every change of what a document holds or how its words are understood. */
export const INDEX_VERSION = 2;

const shownOnly = { type: 'keyword', index: false, doc_values: false } as const;
const exact = { type: 'keyword' } as const;
const caseless = { type: 'keyword', normalizer: 'caseless' } as const;
const reference = { properties: { id: exact, name: caseless } } as const;

const words = { type: 'text', analyzer: 'words', copy_to: 'words.any' } as const;
/** Of a name it matters less how long it is: `Повар горячего цеха` is a cook as much as `Повар` is. */
const fewWords = { ...words, similarity: 'short' } as const;

/** Field by field: an unknown field is refused, not guessed at. */
export const mappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: {
    id: exact,
    source: exact,
    sourceId: shownOnly,
    title: shownOnly,
    url: shownOnly,
    employer: {
      properties: {
        id: exact,
        name: caseless,
        url: shownOnly,
        trusted: { type: 'boolean' },
        accreditedIt: { type: 'boolean' },
      },
    },
    area: reference,
    areaPath: reference,
    point: { type: 'geo_point' },
    salary: {
      properties: {
        fromMinor: { type: 'long' },
        toMinor: { type: 'long' },
        currency: exact,
        gross: { type: 'boolean' },
        period: exact,
      },
    },
    monthlySalary: {
      properties: {
        fromMinor: { type: 'long' },
        toMinor: { type: 'long' },
        currency: exact,
        estimated: { type: 'boolean' },
        ratesOf: { type: 'date', format: 'strict_date' },
      },
    },
    salaryRange: { type: 'long_range', doc_values: false },
    salaryKey: { type: 'long' },
    duplicateKey: exact,
    isCanonical: { type: 'boolean' },
    experience: reference,
    employment: reference,
    schedule: reference,
    workFormats: reference,
    professionalRoles: reference,
    keySkills: { ...exact, fields: { caseless } },
    hasTest: { type: 'boolean' },
    requirement: shownOnly,
    responsibility: shownOnly,
    description: shownOnly,
    publishedAt: { type: 'date', format: 'strict_date_time' },
    state: exact,
    words: {
      properties: {
        title: fewWords,
        employer: fewWords,
        skills: fewWords,
        requirement: words,
        responsibility: words,
        description: words,
        any: { type: 'text', analyzer: 'words', index_options: 'docs', norms: false },
      },
    },
    facets: {
      properties: {
        area: exact,
        employer: exact,
        professionalRole: exact,
        experience: exact,
        employment: exact,
        schedule: exact,
        workFormat: exact,
      },
    },
    suggestions: exact,
  },
};

/**
 * Words come in their normal form, one space apart, special tokens as words of their own: `search-text` understands them
 * for both engines, in the index as in queries. What is left is grammar. One analyzer for both languages, as each stemmer
 * leaves the other's alphabet alone. No English stop words: in titles `IT` and `C` are no noise.
 */
export const settings: estypes.IndicesIndexSettings = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  similarity: { short: { type: 'BM25', b: 0.3 } },
  analysis: {
    normalizer: { caseless: { type: 'custom', filter: ['lowercase'] } },
    filter: {
      russian_stop: { type: 'stop', stopwords: [...STOP_WORDS] },
      russian_stemmer: { type: 'stemmer', language: 'russian' },
      english_stemmer: { type: 'stemmer', language: 'porter2' },
    },
    analyzer: {
      words: {
        type: 'custom',
        tokenizer: 'whitespace',
        filter: ['russian_stop', 'russian_stemmer', 'english_stemmer'],
      },
    },
  },
};
