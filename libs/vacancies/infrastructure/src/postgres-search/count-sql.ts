/**
 * What all open vacancies amount to, by kind, key and label: see the migration `extend-search-documents`. A label that is
 * no more is left out, so that no name outlives its last bearer.
 */
export const countedWhere = (condition: string): string => `
  SELECT kind, key, label, sum(count) AS count FROM (
    SELECT kind, key, label, count FROM vacancies.search_counts WHERE ${condition}
    UNION ALL SELECT kind, key, label, change FROM vacancies.search_count_changes WHERE ${condition}
  ) noted
  GROUP BY kind, key, label HAVING sum(count) > 0`;

/**
 * The rows of one kind among which the commonest are: all that have changed lately, and of the others, whose counts
 * stand as they are, the first by an index.
 */
export const topOf = (kind: string, limit: number): string => `
  SELECT key, label, change + coalesce(known.count, 0) AS count
  FROM (SELECT kind, key, label, sum(change) AS change FROM vacancies.search_count_changes WHERE kind = ${kind}
        GROUP BY kind, key, label) changed
  LEFT JOIN vacancies.search_counts known USING (kind, key, label)
  UNION ALL
  (SELECT key, label, count FROM vacancies.search_counts known
   WHERE kind = ${kind} AND NOT EXISTS (SELECT FROM vacancies.search_count_changes changed
     WHERE (changed.kind, changed.key, changed.label) = (known.kind, known.key, known.label))
   ORDER BY count DESC LIMIT ${limit})`;

/** One at a time folds, and who comes meanwhile leaves it at that: two that take the same rows could deadlock. */
const TURN = `(SELECT pg_try_advisory_xact_lock(hashtext('vacancies.search_counts')) AS mine OFFSET 0) turn`;

/** Takes the changes into the counts, in the order of the key. */
export const FOLD_CHANGES = `
  WITH taken AS (
    DELETE FROM vacancies.search_count_changes changed USING ${TURN} WHERE turn.mine
    RETURNING changed.kind, changed.key, changed.label, changed.change
  )
  INSERT INTO vacancies.search_counts AS stored (kind, key, label, count)
  SELECT kind, key, label, sum(change) FROM taken GROUP BY kind, key, label HAVING sum(change) <> 0
  ORDER BY kind, key, label
  ON CONFLICT (kind, key, label) DO UPDATE SET count = stored.count + excluded.count`;

export const FORGET_NOTHINGS = `DELETE FROM vacancies.search_counts USING ${TURN} WHERE turn.mine AND count = 0`;

const SUGGESTED_KINDS = `'suggested title', 'suggested skill', 'suggested employer'`;

/** Texts that begin as typed, in the form in which they are compared, and as they are written most often. */
export const SUGGESTED = `
  SELECT kind, text FROM (
    SELECT kind, (array_agg(label ORDER BY count DESC))[1] AS text, sum(count) AS count
    FROM (${countedWhere(`kind IN (${SUGGESTED_KINDS}) AND key >= $1 AND key < $2`)}) counted
    GROUP BY kind, key
  ) suggested
  ORDER BY count DESC, text COLLATE "C", kind LIMIT $3`;
