import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SampleItem {
  readonly id: string;
  readonly name: string;
  readonly area: { readonly id: string; readonly name: string };
  readonly employer: { readonly id: string; readonly name: string; readonly [field: string]: unknown };
  readonly salary: { from: number | null; to: number | null; currency: string; gross: boolean | null } | null;
  readonly [field: string]: unknown;
}

/** Real items of HeadHunter's search, contacts removed; shipped with its simulator. */
const FILE = join(__dirname, '../../../../../tools/simulators/headhunter/fixtures/sample-items.json');

export const sampleItems = (): readonly SampleItem[] =>
  (JSON.parse(readFileSync(FILE, 'utf8')) as { items: SampleItem[] }).items;

/** A real item, with `changes` in place of its fields. */
export const anItem = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...sampleItems()[0],
  ...changes,
});
