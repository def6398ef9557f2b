import {
  IfGiven,
  QueryBoolean,
  QueryChoices,
  QueryDateTime,
  QueryNumber,
  QueryTexts,
} from '@job-scope/platform-nest/openapi';
import { SEARCH_SOURCES, SEARCH_STATES, type SearchFiltersInput } from '@job-scope/vacancies-application';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';

const REPEATED = 'Repeat it for alternatives; those by identifier and by name are alternatives, too.';
const WHOLE = `The whole name, in any case. ${REPEATED}`;
const MAX_AMOUNT = 999_999_999_999;

/** Which vacancies. All parameters are optional and joined by AND. */
export class SearchFilterParameters {
  @ApiPropertyOptional({
    description:
      'Words to find in title, skills, employer, requirement, responsibility and description, in any form, Russian or ' +
      'English, with slips forgiven and the usual other names of a thing (`js`, `k8s`); all must occur. `"…"` finds a ' +
      'phrase, `-word` excludes a word. Tokens such as `C++`, `C#`, `.NET` and `1С` are words.',
    maxLength: 500,
    example: 'разработчик -1С',
  })
  @IfGiven()
  @MaxLength(500, { message: 'must be one text of at most 500 characters' })
  text?: string;

  @QueryChoices(
    'The aggregator that the vacancy came from; `own` for what superusers have created. Repeat it for alternatives.',
    SEARCH_SOURCES,
  )
  source?: string[];

  @QueryTexts(`The source's identifier of an area, with all that lies below it. ${REPEATED}`, '1')
  areaId?: string[];

  @QueryTexts(`An area with all that lies below it. ${WHOLE}`, 'Москва')
  area?: string[];

  @QueryTexts(`The source's identifier of an employer. ${REPEATED}`, '1740')
  employerId?: string[];

  @QueryTexts(`An employer. ${WHOLE}`, 'Яндекс')
  employer?: string[];

  @QueryTexts(`The source's identifier of a professional role. ${REPEATED}`, '96')
  professionalRoleId?: string[];

  @QueryTexts(`A professional role. ${WHOLE}`, 'Программист, разработчик')
  professionalRole?: string[];

  @QueryTexts(`The source's identifier of the experience asked for. ${REPEATED}`, 'between1And3')
  experienceId?: string[];

  @QueryTexts(`The experience asked for. ${WHOLE}`, 'От 1 года до 3 лет')
  experience?: string[];

  @QueryTexts(`The source's identifier of a kind of employment. ${REPEATED}`, 'full')
  employmentId?: string[];

  @QueryTexts(`A kind of employment. ${WHOLE}`, 'Полная занятость')
  employment?: string[];

  @QueryTexts(`The source's identifier of a schedule. ${REPEATED}`, 'remote')
  scheduleId?: string[];

  @QueryTexts(`A schedule. ${WHOLE}`, 'Удалённая работа')
  schedule?: string[];

  @QueryTexts(`The source's identifier of a work format. ${REPEATED}`, 'HYBRID')
  workFormatId?: string[];

  @QueryTexts(`A work format. ${WHOLE}`, 'Гибрид')
  workFormat?: string[];

  @QueryTexts('A skill, whole and in any case. Repeat it for alternatives.', 'TypeScript')
  skill?: string[];

  @QueryNumber('Offers that reach this, before tax in a month; unknown salaries do not.', 0, MAX_AMOUNT, 150000)
  salaryFrom?: number;

  @QueryNumber('Offers that begin no higher than this, before tax in a month.', 0, MAX_AMOUNT, 300000)
  salaryTo?: number;

  @ApiPropertyOptional({
    description: 'ISO 4217, of salaryFrom and salaryTo; turned into roubles by the rates of the day.',
    pattern: '^[A-Z]{3}$',
    default: 'RUB',
    example: 'RUB',
  })
  @IfGiven()
  @Matches(/^[A-Z]{3}$/, { message: 'must be a currency of three capital letters, e.g. RUB' })
  salaryCurrency?: string;

  @QueryBoolean('Only vacancies that state a salary.')
  onlyWithSalary?: boolean;

  @QueryBoolean('With a test for applicants (`true`) or without (`false`).', 'any')
  hasTest?: boolean;

  @QueryDateTime('Published at this moment or later.', '2026-01-01T00:00:00Z')
  publishedFrom?: Date;

  @QueryDateTime('Published at this moment or earlier.', '2026-02-01T00:00:00Z')
  publishedTo?: Date;

  @QueryNumber('The northern edge of a box, in degrees; with south, west and east.', -90, 90, 56.1)
  north?: number;

  @QueryNumber('The southern edge of the box.', -90, 90, 55.4)
  south?: number;

  @QueryNumber('The western edge of the box; greater than east across the 180th meridian.', -180, 180, 37)
  west?: number;

  @QueryNumber('The eastern edge of the box.', -180, 180, 38.2)
  east?: number;

  @QueryNumber('The latitude of a point to be near to, in degrees; with lng and radiusKm.', -90, 90, 55.7522)
  lat?: number;

  @QueryNumber('The longitude of the point.', -180, 180, 37.6156)
  lng?: number;

  @QueryNumber('How far from the point.', 0, 20_000, 10)
  radiusKm?: number;

  @QueryChoices(
    'Open (`active`), closed by the source (`archived`) or no longer to be found there (`gone`). Only open ones unless ' +
      'given. Repeat it for alternatives.',
    SEARCH_STATES,
  )
  state?: SearchFiltersInput['state'];

  @QueryBoolean('All of a group of duplicates, not only the one that stands for them.')
  includeDuplicates?: boolean;
}
