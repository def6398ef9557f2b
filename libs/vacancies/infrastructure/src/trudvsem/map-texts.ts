import type { Description } from '@job-scope/vacancies-domain';
import type { ItemReader } from '../http-source/item-reader';
import { describeSafely } from '../safe-html';

const MAX_HTML = 200_000;
/** What a list shows of a text. */
const EXCERPT = 300;

export interface Texts {
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly description: Description | null;
}

/** Duties and requirements are HTML, or plain text, of any length: whole as the description, their beginnings for lists. */
export const mapTexts = (item: ItemReader): Texts => {
  const [duty, requirements] = ['duty', 'requirements'].map((key) => describe(item.optionalText(key, MAX_HTML)));
  const parts = [duty, requirements].filter((part) => part !== null && part !== undefined);
  return {
    requirement: excerptOf(requirements),
    responsibility: excerptOf(duty),
    description: parts.length === 0 ? null : { html: joined(parts, 'html'), text: joined(parts, 'text') },
  };
};

const describe = (html: string | null): Description | null => {
  const safe = html === null ? null : describeSafely(html);
  return safe && { ...safe, html: safe.html.startsWith('<') ? safe.html : `<p>${safe.html}</p>` };
};

const joined = (parts: readonly Description[], form: keyof Description): string =>
  parts.map((part) => part[form]).join('\n');

const excerptOf = (description: Description | null | undefined): string | null => {
  if (!description) return null;
  const line = description.text.replaceAll(/\s+/g, ' ');
  if (line.length <= EXCERPT) return line;
  const [start = ''] = BEGINNING.exec(line) ?? [];
  return `${start.replace(/ [^ ]*$/, '')}…`;
};

/** Counts characters, not halves of them. */
const BEGINNING = new RegExp(`^.{1,${EXCERPT}}`, 'u');
