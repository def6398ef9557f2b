import { SOURCE_TERMS } from '@job-scope/vacancies-domain';
import type { RequestOptions } from '../http-source/source-client';
import type { ApplicationTokens } from './application-tokens';

export const SOURCE = 'headhunter';

export const HEADHUNTER_TERMS = SOURCE_TERMS[SOURCE];

export interface HeadHunterOptions extends RequestOptions {
  /** `https://api.hh.ru`, or any server that speaks like it. */
  readonly baseUrl: string;
  /** `Name/1.0 (contact@example.com)`; without a name and a contact the API refuses to answer. */
  readonly userAgent: string;
  /** Whether new and changed vacancies are asked for alone, too: lists leave their descriptions out. Yes by default. */
  readonly fetchDetails?: boolean;
  /** For searches; without a token the API soon demands a captcha. Directories are open to all. */
  readonly tokens?: ApplicationTokens;
}
