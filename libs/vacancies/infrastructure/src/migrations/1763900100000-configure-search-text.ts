import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the words of vacancies and of queries are understood: Russian words by the Russian stemmer, Latin ones by the
 * English one, ё as е. No English stop words: in titles `IT` and `C` are no noise.
 */
export class ConfigureSearchText1763900100000 implements MigrationInterface {
  readonly name = 'ConfigureSearchText1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TEXT SEARCH DICTIONARY vacancies.english_words (TEMPLATE = snowball, Language = english);
      CREATE TEXT SEARCH CONFIGURATION vacancies.search (COPY = pg_catalog.russian);
      ALTER TEXT SEARCH CONFIGURATION vacancies.search
        ALTER MAPPING REPLACE pg_catalog.english_stem WITH vacancies.english_words;
      ALTER TEXT SEARCH CONFIGURATION vacancies.search
        ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, pg_catalog.russian_stem;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TEXT SEARCH CONFIGURATION vacancies.search;
      DROP TEXT SEARCH DICTIONARY vacancies.english_words;
    `);
  }
}
