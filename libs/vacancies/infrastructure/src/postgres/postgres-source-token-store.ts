import type { SourceName } from '@job-scope/vacancies-domain';
import type { DataSource } from 'typeorm';
import type { SourceTokenStore, StoredToken } from '../source-token-store';

/** One row per source. Who asks for a token says so before, in a step of its own: no crash makes anybody ask too early. */
export class PostgresSourceTokenStore implements SourceTokenStore {
  constructor(private readonly dataSource: DataSource) {}

  async read(source: SourceName): Promise<StoredToken> {
    const [row] = await this.dataSource.query<TokenRow[]>(READ, [source]);
    return row ? { sealed: row.token_sealed, askedMsAgo: row.asked_ms_ago } : NOTHING;
  }

  async claim(source: SourceName, seen: Uint8Array | null, pauseMs: number): Promise<boolean> {
    const [row] = await this.dataSource.query<{ claimed: boolean }[]>(CLAIM, [source, bufferOf(seen), pauseMs]);
    return row?.claimed ?? false;
  }

  async save(source: SourceName, sealed: Uint8Array): Promise<void> {
    await this.dataSource.query(SAVE, [source, bufferOf(sealed)]);
  }
}

interface TokenRow {
  readonly token_sealed: Uint8Array | null;
  readonly asked_ms_ago: number;
}

const NOTHING: StoredToken = { sealed: null, askedMsAgo: Number.POSITIVE_INFINITY };

const bufferOf = (bytes: Uint8Array | null): Buffer | null => bytes && Buffer.from(bytes);

const READ = `
  SELECT token_sealed, (extract(epoch FROM clock_timestamp() - asked_at) * 1000)::float8 AS asked_ms_ago
  FROM vacancies.source_tokens WHERE source = $1`;

/** One atomic step: two at once are ordered by the row's lock, and the second sees that the first has asked. */
const CLAIM = `
  WITH claimed AS (
    INSERT INTO vacancies.source_tokens AS token (source, asked_at) VALUES ($1, clock_timestamp())
    ON CONFLICT (source) DO UPDATE SET asked_at = clock_timestamp()
      WHERE token.asked_at <= clock_timestamp() - $3::float8 * interval '1 millisecond'
        AND token.token_sealed IS NOT DISTINCT FROM $2::bytea
    RETURNING source
  )
  SELECT EXISTS (SELECT FROM claimed) AS claimed`;

const SAVE = `
  INSERT INTO vacancies.source_tokens AS token (source, asked_at, token_sealed, obtained_at)
  VALUES ($1, clock_timestamp(), $2, clock_timestamp())
  ON CONFLICT (source) DO UPDATE SET token_sealed = excluded.token_sealed, obtained_at = excluded.obtained_at`;
