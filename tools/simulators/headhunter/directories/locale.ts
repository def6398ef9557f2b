/** Languages the simulator speaks. `locale` changes names only, never ids. */
export const LOCALES = ['RU', 'EN'] as const;
export type Locale = (typeof LOCALES)[number];

/** Sites of `host`. They change links, not what is found. */
export const HOSTS = ['hh.ru', 'rabota.by', 'hh1.az', 'hh.uz', 'hh.kz', 'headhunter.ge', 'headhunter.kg'] as const;
export type Host = (typeof HOSTS)[number];
