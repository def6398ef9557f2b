import english from './data/dictionaries.en.json';
import russian from './data/dictionaries.json';
import type { Locale } from './locale';

export type DictionaryName = Exclude<keyof typeof russian, 'currency' | 'driver_license_types'>;
export type CurrencyCode = 'AZN' | 'BYR' | 'EUR' | 'GEL' | 'KGS' | 'KZT' | 'RUR' | 'UAH' | 'USD' | 'UZS';

export interface DictionaryEntry {
  id: string;
  name: string;
}

type Names = Record<string, Record<string, string>>;
type RawEntry = { id?: string; code?: string; name?: string };

/** `{id, name}` by dictionary and id in every locale. Made once: each vacancy shown looks up some ten entries. */
const ENTRIES = new Map(
  Object.entries(russian).map(([dictionary, list]) => [
    dictionary,
    new Map(
      list.map(keyOf).map((id, position) => {
        const entry = (locale: Locale) => ({ id, name: nameOf(dictionary, list[position] as RawEntry, locale) });
        return [id, { RU: entry('RU'), EN: entry('EN') }];
      }),
    ),
  ]),
);

const IDS = new Map([...ENTRIES].map(([dictionary, entries]) => [dictionary, [...entries.keys()]]));

/** Ids of a dictionary in their published order; a column stores the position in this list. */
export function dictionaryIds(name: DictionaryName): readonly string[] {
  return IDS.get(name) as string[];
}

/** `{id, name}` as vacancies carry it. @throws Error when the dictionary has no such id: a mistake of the simulator */
export function dictionaryEntry(name: DictionaryName, id: string, locale: Locale): DictionaryEntry {
  const entry = ENTRIES.get(name)?.get(id)?.[locale];
  if (!entry) throw new Error(`dictionary ${name} has no id ${id}`);
  return entry;
}

const RATES = new Map(russian.currency.map((currency) => [currency.code, currency.rate]));

export function isCurrency(code: string): code is CurrencyCode {
  return RATES.has(code);
}

/** `rate` is the number of units of a currency for one ruble. */
export function toRubles(amount: number, currency: CurrencyCode): number {
  return amount / (RATES.get(currency) as number);
}

export function fromRubles(amount: number, currency: CurrencyCode): number {
  return amount * (RATES.get(currency) as number);
}

/** The body of /dictionaries. Names without a translation stay Russian. */
export function dictionaries(locale: Locale): Record<string, unknown[]> {
  const translate = (dictionary: string) => (entry: RawEntry) =>
    entry.name === undefined ? entry : { ...entry, name: nameOf(dictionary, entry, locale) };
  return Object.fromEntries(
    Object.entries(russian).map(([dictionary, list]) => [dictionary, list.map(translate(dictionary))]),
  );
}

function keyOf(entry: RawEntry): string {
  return (entry.id ?? entry.code) as string;
}

function nameOf(dictionary: string, entry: RawEntry, locale: Locale): string {
  const translated = locale === 'EN' ? (english as Names)[dictionary]?.[keyOf(entry)] : undefined;
  return translated ?? entry.name ?? '';
}
