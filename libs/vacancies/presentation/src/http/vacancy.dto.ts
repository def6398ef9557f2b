import { ApiProperty } from '@nestjs/swagger';
import { moment, textOrNull } from './answer-properties';
import { MonthlySalary, Salary } from './salary.dto';
import { Address, DuplicateVacancy, Employer, FROM, Reference, VacancyDetails } from './vacancy-parts.dto';

export class VacancySummary {
  @ApiProperty({ format: 'uuid', example: '0198c5a2-7b1c-7def-8a34-3f1c9d2e4b5a' })
  readonly id!: string;

  @ApiProperty({ description: FROM, example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ description: "The source's own identifier.", example: '123456789' })
  readonly sourceId!: string;

  @ApiProperty({ example: 'Разработчик Python' })
  readonly title!: string;

  @ApiProperty({ format: 'uri', description: 'Its page at the source.', example: 'https://hh.ru/vacancy/123456789' })
  readonly url!: string;

  @ApiProperty({ type: () => Employer, nullable: true })
  readonly employer!: Employer | null;

  @ApiProperty({ type: () => Reference, nullable: true })
  readonly area!: Reference | null;

  @ApiProperty({ type: () => Salary, nullable: true, description: 'Null when none is stated.' })
  readonly salary!: Salary | null;

  @ApiProperty({
    type: () => MonthlySalary,
    nullable: true,
    description: 'The salary as it is compared with others: in roubles before tax in a month. Null if it cannot be.',
  })
  readonly monthlySalary!: MonthlySalary | null;

  @ApiProperty({ type: () => Reference, nullable: true, description: 'The experience asked for.' })
  readonly experience!: Reference | null;

  @ApiProperty({ type: () => Reference, nullable: true })
  readonly employment!: Reference | null;

  @ApiProperty({ type: () => Reference, nullable: true })
  readonly schedule!: Reference | null;

  @ApiProperty({ type: () => [Reference], description: 'On site, remote and the like; several may be offered.' })
  readonly workFormats!: readonly Reference[];

  @ApiProperty({ type: () => [Reference] })
  readonly professionalRoles!: readonly Reference[];

  @ApiProperty({ description: 'Whether the employer asks applicants to take a test.' })
  readonly hasTest!: boolean;

  @textOrNull('Plain text.')
  readonly requirement!: string | null;

  @textOrNull('Plain text.')
  readonly responsibility!: string | null;

  @moment()
  readonly publishedAt!: Date;

  @ApiProperty({
    enum: ['active', 'archived', 'gone'],
    description: 'Open, closed by its source, or no longer to be found there.',
  })
  readonly state!: 'active' | 'archived' | 'gone';
}

export class Vacancy extends VacancySummary {
  @ApiProperty({ type: 'string', format: 'uri', nullable: true, description: 'Where to apply.' })
  readonly applyUrl!: string | null;

  @ApiProperty({ type: () => Address, nullable: true, description: 'Where the work is done.' })
  readonly address!: Address | null;

  @ApiProperty({ type: () => Reference, nullable: true, description: 'Open, anonymous and the like.' })
  readonly type!: Reference | null;

  @ApiProperty({ description: 'Whether an application must come with a letter.' })
  readonly responseLetterRequired!: boolean;

  @ApiProperty({ description: 'Whether one may apply with an unfinished CV.' })
  readonly acceptsIncompleteResumes!: boolean;

  @ApiProperty({ type: () => VacancyDetails, nullable: true, description: 'Null until the source has told them.' })
  readonly details!: VacancyDetails | null;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Grows by one with every change of the content.' })
  readonly revision!: number;

  @moment('When it was collected for the first time.')
  readonly firstSeenAt!: Date;

  @moment('When its source last showed it.')
  readonly lastSeenAt!: Date;

  @moment('When its content last changed.')
  readonly changedAt!: Date;

  @ApiProperty({
    format: 'uuid',
    description: 'The one that stands for its duplicates: open, and first seen. Its own `id` if it has none.',
  })
  readonly canonicalId!: string;

  @ApiProperty({
    type: () => [DuplicateVacancy],
    maxItems: 21,
    description: 'The same title, employer and area, in any source; the canonical one first.',
  })
  readonly duplicates!: readonly DuplicateVacancy[];
}
