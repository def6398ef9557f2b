import { portToken } from '@job-scope/kernel';
import type { Description } from '@job-scope/vacancies-domain';

/** Makes a text with markup safe to render. */
export interface HtmlCleaner {
  /** Null if no text is left. */
  clean(html: string): Description | null;
}

export const HTML_CLEANER = portToken<HtmlCleaner>('vacancies/HtmlCleaner');
