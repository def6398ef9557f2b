import type { PayRange } from './map-salary';

/** What Greenhouse itself writes into a description; the class names are its own. */
const INPUT = '<div class="pay-input">';
const RANGE = '<div class="pay-range">';
const TITLE = /<div class="title">([^<]{0,200})<\/div>/;
const AMOUNT = /\d[\d.,\s]*/g;
const CURRENCY = /\b([A-Z]{3})\b/;
/** Of the markup of one range; two amounts need a fraction of it. */
const MAX_RANGE = 500;

/** Pay ranges in a description. One that is written in another way is none: a guess would be worse. */
export const rangesInContent = (html: string): readonly PayRange[] => html.split(INPUT).slice(1).flatMap(rangeIn);

const rangeIn = (input: string): readonly PayRange[] => {
  const [heading = '', rest = ''] = input.split(RANGE, 2);
  const [range = ''] = rest.slice(0, MAX_RANGE).split('</div>', 1);
  const text = range.replaceAll('&nbsp;', ' ').replaceAll(/<[^>]*>|&[a-z]+;/g, '|');
  const [currency] = CURRENCY.exec(text) ?? [];
  const amounts = [...text.matchAll(AMOUNT)].map(([amount]) => centsOf(amount));
  const [minCents, maxCents] = amounts;
  if (currency === undefined || amounts.length !== 2 || minCents === undefined || maxCents === undefined) return [];
  const [, title = ''] = TITLE.exec(heading) ?? [];
  return minCents > maxCents ? [] : [{ minCents, maxCents, currency, title }];
};

/** `120,000`, `120.000`, `25.50`: three digits behind a sign are thousands, one or two at the end are hundredths. */
const centsOf = (text: string): number => {
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  return Number(whole.replaceAll(/\D/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
};
