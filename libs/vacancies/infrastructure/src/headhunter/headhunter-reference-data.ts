import type { CancelSignal, Clock, Result } from '@job-scope/kernel';
import type { AreaNode } from '@job-scope/vacancies-domain';
import type { AreaSource, RateSource, SourceFailure, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { withAbortSignal } from '../abort-signal';
import { HeadHunterDirectory } from './directory';
import { HeadHunterClient } from './headhunter-client';
import type { HeadHunterOptions } from './options';
import { readAreas, readRates } from './read-directories';

/** What HeadHunter tells beside its vacancies. */
export class HeadHunterReferenceData implements AreaSource, RateSource {
  readonly name = 'headhunter';
  private readonly areaDirectory: HeadHunterDirectory<readonly AreaNode[]>;
  private readonly rateDirectory: HeadHunterDirectory<ReadonlyMap<string, number>>;

  constructor(options: HeadHunterOptions, budget: SourceRequestBudget, clock: Clock) {
    const client = new HeadHunterClient(options, budget, clock);
    this.areaDirectory = new HeadHunterDirectory(client, clock, 'areas', readAreas);
    this.rateDirectory = new HeadHunterDirectory(client, clock, 'dictionaries', readRates);
  }

  async areas(signal: CancelSignal): Promise<Result<readonly AreaNode[], SourceFailure>> {
    return (await withAbortSignal(signal, (abort) => this.areaDirectory.get(abort))).result;
  }

  async rates(signal: CancelSignal): Promise<Result<ReadonlyMap<string, number>, SourceFailure>> {
    return (await withAbortSignal(signal, (abort) => this.rateDirectory.get(abort))).result;
  }
}
