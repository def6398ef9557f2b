import { companyWords, COMPANY_COUNT, Dice, Draw, type Weighted } from '@job-scope/simulator-shared';
import { INDUSTRY_IDS } from '../../directories/industries';
import { EmployerDirectory, type Employer } from '../employer-directory';
import type { City } from './cities';

const FORMS: readonly ((russian: string, english: string) => string)[] = [
  (russian) => russian,
  (russian) => russian,
  (russian) => `${russian}, Группа компаний`,
  (russian) => `ООО ${russian}`,
  (russian) => `ГК «${russian}»`,
  (_, english) => english,
  (_, english) => `${english} Labs`,
  (russian) => `${russian}. Сеть магазинов`,
];
const AGENCY_FORM = (russian: string) => `Кадровое агентство «${russian}»`;

export function inventEmployers(seed: number, cities: Weighted<City>): EmployerDirectory {
  return new EmployerDirectory(
    Array.from({ length: COMPANY_COUNT }, (_, position) => inventEmployer(seed, position, cities)),
  );
}

function inventEmployer(seed: number, position: number, cities: Weighted<City>): Employer {
  // Employers and vacancies must not share dice, or the first employer would look like the first vacancy.
  const dice = new Dice(~seed, position);
  const id = String(1000 + position * 997);
  const agency = dice.chance(Draw.Agency, 0.06);
  const reviews = dice.below(Draw.Reviews, 400);
  return {
    id,
    name: inventName(position, agency ? AGENCY_FORM : dice.pick(Draw.Name, FORMS)),
    area: cities.at(dice.unit(Draw.Area)).area,
    trusted: dice.chance(Draw.Trusted, 0.95),
    accredited: !agency && dice.chance(Draw.Accredited, 0.18),
    logoUrls: dice.chance(Draw.Logo, 0.92) ? logoUrls(id) : null,
    industries: dice.pickSome(Draw.Industries, INDUSTRY_IDS, 1 + dice.below(Draw.IndustryCount, 2)),
    type: agency ? 'agency' : 'company',
    ...(reviews > 250 && { rating: { total_rating: (2.5 + (reviews % 25) / 10).toFixed(1), reviews_count: reviews } }),
  };
}

function inventName(position: number, form: (typeof FORMS)[number]): string {
  const { russian, english } = companyWords(position);
  return form(russian, english);
}

function logoUrls(id: string): Record<string, string> {
  return {
    '90': `https://hhcdn.ru/employer-logo/${id}-90.png`,
    '240': `https://hhcdn.ru/employer-logo/${id}-240.png`,
    original: `https://hhcdn.ru/employer-logo-original/${id}.png`,
  };
}
