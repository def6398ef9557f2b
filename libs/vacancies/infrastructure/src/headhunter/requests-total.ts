import type { SourceName } from '@job-scope/vacancies-domain';
import { countRequestTo } from '../http-source/source-metrics';

export const SOURCE: SourceName = 'headhunter';

export const countRequest = (status: number | 'none'): void => countRequestTo(SOURCE, status);
