import type { HtmlCleaner } from '@job-scope/vacancies-ports';
import { describeSafely } from '../safe-html';

/** What superusers write is cleaned as what sources send. */
export class SanitizingHtmlCleaner implements HtmlCleaner {
  clean(html: string) {
    return describeSafely(html);
  }
}
