import { SOURCE_TERMS } from '@job-scope/vacancies-domain';
import type { RequestOptions } from '../http-source/source-client';

export const GREENHOUSE_TERMS = SOURCE_TERMS.greenhouse;

export interface GreenhouseOptions extends RequestOptions {
  /** `https://boards-api.greenhouse.io`, or any server that speaks like it. */
  readonly baseUrl: string;
  /** Tokens of the boards that a query asks which names none. There is no list of all boards. */
  readonly boards: readonly string[];
}
