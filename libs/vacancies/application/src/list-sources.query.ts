import { SOURCE_NAMES, SOURCE_TERMS } from '@job-scope/vacancies-domain';

export interface SourceView {
  readonly name: string;
  /** As it calls itself. */
  readonly title: string;
  /** Where to send readers who ask where a vacancy comes from. */
  readonly attributionUrl: string;
}

/** Lists the aggregators that vacancies can be collected from. */
export class ListSources {
  execute(): readonly SourceView[] {
    return SOURCE_NAMES.map((name) => {
      const { title, attributionUrl } = SOURCE_TERMS[name];
      return { name, title, attributionUrl };
    });
  }
}
