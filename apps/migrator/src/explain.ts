/** Says what went wrong in the words of whoever noticed it; Node wraps failed connections in an error without words. */
export const explain = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(explain).join('; ');
  return error instanceof Error ? error.message : String(error);
};
