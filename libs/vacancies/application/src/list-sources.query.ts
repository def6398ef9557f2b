import { SOURCE_NAMES, type SourceName } from '@job-scope/vacancies-domain';

export interface SourceView {
  readonly name: string;
  /** As it calls itself. */
  readonly title: string;
  /** Where to send readers who ask where a vacancy comes from. */
  readonly attributionUrl: string;
}

const DESCRIPTIONS: Readonly<Record<SourceName, Omit<SourceView, 'name'>>> = {
  headhunter: { title: 'HeadHunter', attributionUrl: 'https://hh.ru' },
  trudvsem: { title: 'Работа России', attributionUrl: 'https://trudvsem.ru' },
};

/** Lists the aggregators that vacancies can be collected from. */
export class ListSources {
  execute(): readonly SourceView[] {
    return SOURCE_NAMES.map((name) => ({ name, ...DESCRIPTIONS[name] }));
  }
}
