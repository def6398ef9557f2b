/** Unparsed: the domain says what a schedule may be like. */
export interface ScheduleWishInput {
  readonly name: unknown;
  readonly description?: unknown;
  readonly source: unknown;
  readonly query: unknown;
  readonly mode?: unknown;
  readonly maxRequests?: unknown;
  readonly cron: unknown;
  readonly timeZone: unknown;
  readonly jitterSeconds?: unknown;
  readonly overlap?: unknown;
  readonly misfire?: unknown;
  readonly misfireToleranceSeconds?: unknown;
}

/** Without what is undefined: there something else decides. */
export const decided = <T extends object>(wish: T): T =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as T;
