/** The aggregators we can collect from. The name is stored with every vacancy: never rename one. */
export const SOURCE_NAMES = ['headhunter', 'trudvsem'] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

export const isSourceName = (value: unknown): value is SourceName =>
  (SOURCE_NAMES as readonly unknown[]).includes(value);
