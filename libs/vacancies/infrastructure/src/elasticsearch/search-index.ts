import type { estypes } from '@elastic/elasticsearch';

/** Readers and writers know the index by this name only, so that another index can be put behind it. */
export const SEARCH_ALIAS = 'vacancies';

/** Grows with every change below that an index cannot take in place; new fields it can. */
export const INDEX_VERSION = 1;

const shownOnly = { type: 'keyword', index: false, doc_values: false } as const;
const words = { type: 'text', analyzer: 'words' } as const;
const reference = { properties: { id: { type: 'keyword' }, name: shownOnly } } as const;

/** Field by field: an unknown field is refused, not guessed at. */
export const mappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: {
    id: { type: 'keyword' },
    source: { type: 'keyword' },
    sourceId: { type: 'keyword' },
    title: words,
    url: shownOnly,
    employer: {
      properties: {
        id: { type: 'keyword' },
        name: words,
        url: shownOnly,
        trusted: { type: 'boolean' },
        accreditedIt: { type: 'boolean' },
      },
    },
    area: reference,
    salary: {
      properties: {
        fromMinor: { type: 'long' },
        toMinor: { type: 'long' },
        currency: { type: 'keyword' },
        gross: { type: 'boolean' },
        period: { type: 'keyword' },
      },
    },
    monthlySalary: {
      properties: {
        fromMinor: { type: 'long' },
        toMinor: { type: 'long' },
        currency: { type: 'keyword' },
        estimated: { type: 'boolean' },
        ratesOf: { type: 'date', format: 'strict_date' },
      },
    },
    duplicateKey: { type: 'keyword' },
    experience: reference,
    employment: reference,
    schedule: reference,
    workFormats: reference,
    professionalRoles: reference,
    hasTest: { type: 'boolean' },
    requirement: words,
    responsibility: words,
    publishedAt: { type: 'date', format: 'strict_date_time' },
    state: { type: 'keyword' },
  },
};

/**
 * One analyzer for both languages: each stemmer leaves the other's alphabet alone. No English stop words: in titles
 * `IT` and `C` are no noise.
 */
export const settings: estypes.IndicesIndexSettings = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  analysis: {
    char_filter: { yo_as_ye: { type: 'mapping', mappings: ['ё => е', 'Ё => Е'] } },
    filter: {
      russian_stop: { type: 'stop', stopwords: '_russian_' },
      russian_stemmer: { type: 'stemmer', language: 'russian' },
      english_stemmer: { type: 'stemmer', language: 'porter2' },
    },
    analyzer: {
      words: {
        type: 'custom',
        char_filter: ['yo_as_ye'],
        tokenizer: 'standard',
        filter: ['lowercase', 'russian_stop', 'asciifolding', 'russian_stemmer', 'english_stemmer'],
      },
    },
  },
};
