/** Where nothing is found, `results` has no list at all. */
export const listIn = (body: unknown): { readonly total: number; readonly entries: readonly unknown[] } | undefined => {
  const { meta, results } = (body ?? {}) as { meta?: { total?: unknown } | null; results?: unknown };
  const total = meta?.total;
  if (typeof total !== 'number' || !Number.isInteger(total) || typeof results !== 'object' || results === null) {
    return undefined;
  }
  const { vacancies = [] } = results as { vacancies?: unknown };
  return Array.isArray(vacancies) ? { total, entries: vacancies } : undefined;
};
