import type { VacancySearchIndexer, VacancyToIndex } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { FOLD_CHANGES, FORGET_NOTHINGS } from './count-sql';
import { POSTGRES_INDEX_VERSION } from './postgres-vacancy-search-administration';
import { BESIDE_TYPES, COLUMN_TYPES, toRow, type SentRow } from './search-row';

/** After so many batches their changes of the counts are folded into these: readers add up what is not folded yet. */
const BATCHES_BEFORE_FOLDING = 20;

/** Keeps `vacancies.search_documents`. The migrations made the table, and what is committed there is visible at once. */
export class PostgresVacancySearchIndexer implements VacancySearchIndexer {
  private batches = 0;

  constructor(private readonly dataSource: DataSource) {}

  async prepare(): Promise<void> {
    await this.dataSource.query(NOTE_VERSION, [POSTGRES_INDEX_VERSION]);
    await this.fold();
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.dataSource.query(REMOVE, [ids]);
  }

  async refresh(): Promise<void> {}

  async index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    const refused = new Map<string, string>();
    const rows: SentRow[] = [];
    for (const each of newestInLockOrder(vacancies)) {
      try {
        rows.push(toRow(each));
      } catch (error) {
        refused.set(each.vacancy.id, reasonOf(error));
      }
    }
    await this.store(rows, refused);
    if (++this.batches % BATCHES_BEFORE_FOLDING === 0) await this.fold();
    return refused;
  }

  /** The database refuses a whole statement for one bad row: halving the batch finds it and stores the rest. */
  private async store(rows: readonly SentRow[], refused: Map<string, string>): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.dataSource.query(UPSERT, columnsOf(rows));
      await this.dataSource.query(LEARN_WORDS, [wordsOf(rows)]);
    } catch (error) {
      if (!isFaultOfTheRow(error)) throw error;
      const half = Math.ceil(rows.length / 2);
      if (rows.length === 1) return void refused.set(String(rows[0]?.id), reasonOf(error));
      await this.store(rows.slice(0, half), refused);
      await this.store(rows.slice(half), refused);
    }
  }

  private async fold(): Promise<void> {
    await this.dataSource.query(FOLD_CHANGES);
    await this.dataSource.query(FORGET_NOTHINGS);
  }
}

/** Locked in the order in which they are written. */
const REMOVE = `
  WITH found AS (
    SELECT id FROM vacancies.search_documents WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
  )
  DELETE FROM vacancies.search_documents document USING found WHERE document.id = found.id`;

/** An index that is there stays of the version that filled it. */
const NOTE_VERSION = `
  INSERT INTO vacancies.search_indexes (engine, version) VALUES ('postgres', $1) ON CONFLICT DO NOTHING`;

const COPIED = Object.keys(COLUMN_TYPES) as readonly (keyof typeof COLUMN_TYPES)[];
const SENT_TYPES = { ...COLUMN_TYPES, ...BESIDE_TYPES };
const SENT = Object.keys(SENT_TYPES) as readonly (keyof typeof SENT_TYPES)[];
const STORED = [...COPIED, 'labels', 'tsv'];

const UPSERT = `
  INSERT INTO vacancies.search_documents AS stored (${STORED.join(', ')})
  SELECT ${COPIED.map((column) => `d.${column}`).join(', ')},
         ARRAY(SELECT jsonb_array_elements_text(d.labels)),
         setweight(to_tsvector('vacancies.search', d.title_words), 'A')
           || setweight(to_tsvector('vacancies.search', d.name_words), 'B')
           || setweight(to_tsvector('vacancies.search', d.text_words), 'C')
           || setweight(to_tsvector('vacancies.search', d.description_words), 'D')
  FROM unnest(${SENT.map((column, i) => `$${i + 1}::${SENT_TYPES[column]}[]`).join(', ')})
    AS d (${SENT.join(', ')})
  ON CONFLICT (id) DO UPDATE
    SET ${STORED.filter((column) => column !== 'id')
      .map((column) => `${column} = EXCLUDED.${column}`)
      .join(', ')}
    WHERE stored.revision <= EXCLUDED.revision`;

const columnsOf = (rows: readonly SentRow[]) => SENT.map((column) => rows.map((row) => row[column]));

/** In one order, so that two indexers that learn the same words wait for each other, and never deadlock. */
const LEARN_WORDS = `
  INSERT INTO vacancies.search_words (word, lexeme)
  SELECT new.word, meaning.lexemes[1]
  FROM unnest($1::text[]) AS new (word)
  CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('vacancies.search', new.word)) AS lexemes) meaning
  WHERE NOT EXISTS (SELECT FROM vacancies.search_words known WHERE known.word = new.word)
    AND cardinality(meaning.lexemes) > 0
  ORDER BY new.word
  ON CONFLICT DO NOTHING`;

/** Without descriptions: they are long, and full of slips that would pass for words. */
const wordsOf = (rows: readonly SentRow[]): readonly string[] => {
  const texts = rows.flatMap((row) => [row.title_words, row.name_words, row.text_words]);
  const words = texts.flatMap((text) => String(text).split(' '));
  return [...new Set(words)].filter((word) => word.length <= MAX_WORD && /\p{L}/u.test(word));
};
const MAX_WORD = 40;

/** One statement cannot upsert a row twice, and two indexers that lock rows in one order cannot lock each other out. */
const newestInLockOrder = (vacancies: readonly VacancyToIndex[]): readonly VacancyToIndex[] => {
  const byRevision = vacancies.toSorted((a, b) => a.vacancy.revision - b.vacancy.revision);
  const newest = new Map(byRevision.map((each) => [each.vacancy.id, each]));
  return [...newest.values()].sort((a, b) => (a.vacancy.id < b.vacancy.id ? -1 : 1));
};

/** SQLSTATE classes 22 (data), 23 (constraint) and 54 (a limit of the engine, e.g. too many words). */
const isFaultOfTheRow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(22|23|54)/.test(String(error.code));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
