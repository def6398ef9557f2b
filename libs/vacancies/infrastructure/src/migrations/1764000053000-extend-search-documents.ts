import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All that searches may ask for. The documents that are there lack it until they are indexed again: a rebuild of the
 * index is needed. `labels` are what filters compare; one index holds them and the words, so that any mixture of filters
 * and words is answered from it. Places are points on the sphere, whose straight distance orders them as the distance
 * over the ground does. What all open vacancies amount to is counted as they are written, not when somebody asks.
 */
export class ExtendSearchDocuments1764000053000 implements MigrationInterface {
  readonly name = 'ExtendSearchDocuments1764000053000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS cube WITH SCHEMA public;

      ALTER TABLE vacancies.search_documents
        ADD COLUMN area_path jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN lat double precision,
        ADD COLUMN lng double precision,
        ADD COLUMN place public.cube,
        ADD COLUMN key_skills jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN description text,
        ADD COLUMN is_canonical boolean NOT NULL DEFAULT true,
        ADD COLUMN labels text[] COLLATE "C" NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN vacancies.search_documents.place IS 'in metres from the centre of the earth';
      COMMENT ON COLUMN vacancies.search_documents.labels IS 'what filters compare, such as area:1 and area=москва';

      DROP INDEX vacancies.search_documents_tsv, vacancies.search_documents_area, vacancies.search_documents_employer,
        vacancies.search_documents_salary, vacancies.search_documents_duplicates;
      CREATE INDEX search_documents_words ON vacancies.search_documents USING gin (tsv, labels);
      CREATE INDEX search_documents_place ON vacancies.search_documents USING gist (place) WHERE place IS NOT NULL;
      CREATE INDEX search_documents_box ON vacancies.search_documents (lat, lng) WHERE lat IS NOT NULL;
      CREATE INDEX search_documents_offers ON vacancies.search_documents
        USING gist (int8range(monthly_from_minor, monthly_to_minor, '[]')) WHERE monthly_estimated IS NOT NULL;
      CREATE INDEX search_documents_open_published ON vacancies.search_documents (published_at DESC, id DESC)
        WHERE ${OPEN};
      CREATE INDEX search_documents_open_id ON vacancies.search_documents (id) WHERE ${OPEN};
      CREATE INDEX search_documents_highest_salary ON vacancies.search_documents
        ((coalesce(monthly_from_minor, monthly_to_minor, -1)) DESC, id DESC);
      CREATE INDEX search_documents_lowest_salary ON vacancies.search_documents
        ((coalesce(monthly_from_minor, monthly_to_minor, 9007199254740991)), id);

      CREATE TABLE vacancies.search_words (
        word   text COLLATE "C" PRIMARY KEY,
        lexeme text COLLATE "C" NOT NULL
      );
      COMMENT ON TABLE vacancies.search_words IS 'words that some document has had: others are taken for slips';
      CREATE INDEX search_words_lexeme ON vacancies.search_words (lexeme);
      CREATE INDEX search_words_nearest ON vacancies.search_words USING gist (word public.gist_trgm_ops);

      CREATE TABLE vacancies.search_counts (
        kind  text COLLATE "C" NOT NULL,
        key   text COLLATE "C" NOT NULL,
        label text COLLATE "C" NOT NULL,
        count bigint NOT NULL,
        PRIMARY KEY (kind, key, label)
      );
      CREATE INDEX search_counts_nothing ON vacancies.search_counts (kind) WHERE count = 0;
      COMMENT ON TABLE vacancies.search_counts IS 'of open vacancies, together with search_count_changes';
      -- Writers only add to it, so that they never wait for each other; now and then the indexer folds it into the counts.
      CREATE TABLE vacancies.search_count_changes (
        kind   text COLLATE "C" NOT NULL,
        key    text COLLATE "C" NOT NULL,
        label  text COLLATE "C" NOT NULL,
        change bigint NOT NULL
      );
      CREATE INDEX search_count_changes_key ON vacancies.search_count_changes (kind, key);

      CREATE FUNCTION vacancies.count_search_documents() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ${addChanges(counted('after', 1))};
        ELSIF TG_OP = 'UPDATE' THEN
          ${addChanges(`${counted('after', 1)} UNION ALL ${counted('before', -1)}`)};
        ELSE
          ${addChanges(counted('before', -1))};
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_inserted AFTER INSERT ON vacancies.search_documents REFERENCING NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION vacancies.count_search_documents();
      CREATE TRIGGER count_updated AFTER UPDATE ON vacancies.search_documents
        REFERENCING OLD TABLE AS before NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION vacancies.count_search_documents();
      CREATE TRIGGER count_deleted AFTER DELETE ON vacancies.search_documents REFERENCING OLD TABLE AS before
        FOR EACH STATEMENT EXECUTE FUNCTION vacancies.count_search_documents();
      ${addChanges(counted('vacancies.search_documents', 1))};

      GRANT SELECT ON vacancies.search_words, vacancies.search_counts, vacancies.search_count_changes
        TO job_scope_gateway;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancies.search_words, vacancies.search_counts TO job_scope_worker;
      GRANT SELECT, INSERT, DELETE ON vacancies.search_count_changes TO job_scope_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER count_inserted ON vacancies.search_documents;
      DROP TRIGGER count_updated ON vacancies.search_documents;
      DROP TRIGGER count_deleted ON vacancies.search_documents;
      DROP FUNCTION vacancies.count_search_documents();
      DROP TABLE vacancies.search_words, vacancies.search_counts, vacancies.search_count_changes;
      DROP INDEX vacancies.search_documents_highest_salary, vacancies.search_documents_lowest_salary,
        vacancies.search_documents_offers, vacancies.search_documents_open_published, vacancies.search_documents_open_id;
      ALTER TABLE vacancies.search_documents DROP COLUMN area_path, DROP COLUMN lat, DROP COLUMN lng,
        DROP COLUMN place, DROP COLUMN key_skills, DROP COLUMN description, DROP COLUMN is_canonical,
        DROP COLUMN labels;
      CREATE INDEX search_documents_tsv ON vacancies.search_documents USING gin (tsv);
      CREATE INDEX search_documents_area ON vacancies.search_documents (area_id, published_at DESC, id DESC);
      CREATE INDEX search_documents_employer ON vacancies.search_documents (employer_id, published_at DESC, id DESC);
      CREATE INDEX search_documents_salary ON vacancies.search_documents
        ((coalesce(monthly_from_minor, monthly_to_minor)) DESC NULLS LAST, id DESC);
      CREATE INDEX search_documents_duplicates ON vacancies.search_documents (duplicate_key)
        WHERE duplicate_key IS NOT NULL;
    `);
  }
}

const OPEN = `state = 'active' AND is_canonical`;

const addChanges = (counted: string): string => `
  INSERT INTO vacancies.search_count_changes (kind, key, label, change)
  SELECT kind, key, label, sum(change) FROM (${counted}) counted
  WHERE octet_length(key) + octet_length(label) < 2000
  GROUP BY kind, key, label HAVING sum(change) <> 0`;

/** Facets have the name of the facet and the identifier as their key; what is suggested, the text as it is typed. */
const counted = (table: string, change: 1 | -1): string => `
  SELECT value.*, ${change} AS change FROM ${table} d CROSS JOIN LATERAL (
    SELECT 'total' AS kind, '' AS key, '' AS label
    UNION ALL SELECT 'source', d.source, d.source
    UNION ALL SELECT 'employer', coalesce(d.employer_id, ''), d.employer_name
    UNION ALL SELECT 'experience', d.experience_id, d.experience_name
    UNION ALL SELECT 'employment', d.employment_id, d.employment_name
    UNION ALL SELECT 'schedule', d.schedule_id, d.schedule_name
    UNION ALL SELECT 'area', area->>'id', area->>'name' FROM jsonb_array_elements(d.area_path) area
    UNION ALL SELECT 'workFormat', format->>'id', format->>'name' FROM jsonb_array_elements(d.work_formats) format
    UNION ALL SELECT 'professionalRole', role->>'id', role->>'name' FROM jsonb_array_elements(d.professional_roles) role
    UNION ALL SELECT 'skill', skill, skill FROM jsonb_array_elements_text(d.key_skills) skill
    UNION ALL SELECT 'suggested title', ${typed('d.title')}, d.title
    UNION ALL SELECT 'suggested employer', ${typed('d.employer_name')}, d.employer_name
    UNION ALL SELECT 'suggested skill', ${typed('skill')}, skill FROM jsonb_array_elements_text(d.key_skills) skill
  ) value WHERE d.state = 'active' AND d.is_canonical AND value.label IS NOT NULL AND value.key IS NOT NULL`;

const typed = (text: string): string => `replace(lower(${text}), 'ё', 'е')`;
