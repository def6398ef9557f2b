import { SOURCE_TERMS } from '@job-scope/vacancies-domain';
import type { RequestOptions } from '../http-source/source-client';

export const TRUDVSEM_TERMS = SOURCE_TERMS.trudvsem;

export interface TrudvsemOptions extends RequestOptions {
  /** `https://opendata.trudvsem.ru`, or any server that speaks like it. */
  readonly baseUrl: string;
}
