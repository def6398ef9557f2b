/** SQLSTATE 57014: PostgreSQL gave a statement up that took longer than `statement_timeout`. */
export const tookTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014';
