import type { VacancyHit } from '@job-scope/vacancies-ports';
import { toVacancySummaryView, type GeoPointView, type VacancySummaryView } from './vacancy.view';

/** What a list of results shows of a vacancy. */
export interface VacancyHitView extends VacancySummaryView {
  readonly keySkills: readonly string[];
  readonly point: GeoPointView | null;
  /** From the point that was asked for; null without one. */
  readonly distanceMetres: number | null;
  /** Safe HTML with what matched in `<mark>`; only fields in which something did. Null unless asked for. */
  readonly highlights: {
    readonly title?: string;
    readonly employer?: string;
    readonly requirement?: string;
    readonly responsibility?: string;
    readonly description?: string;
    readonly skills?: string;
  } | null;
}

export const toVacancyHitView = (hit: VacancyHit): VacancyHitView => ({
  ...toVacancySummaryView(hit),
  keySkills: hit.keySkills,
  point: hit.point,
  distanceMetres: hit.distanceMetres,
  highlights: hit.highlights,
});
