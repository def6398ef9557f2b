import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** The source's own identifiers. */
const identifiers = (description: string, ...example: readonly string[]): PropertyDecorator =>
  ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', pattern: '^[\\w.-]{1,64}$' },
    minItems: 1,
    maxItems: 100,
    description,
    example,
  });

const words = (description: string, example: string): PropertyDecorator =>
  ApiPropertyOptional({ minLength: 1, maxLength: 500, description, example });

const latitude = (): PropertyDecorator => ApiProperty({ minimum: -90, maximum: 90 });
const longitude = (): PropertyDecorator => ApiProperty({ minimum: -180, maximum: 180 });

/** WGS 84, in degrees. */
export class GeoBox {
  @latitude()
  readonly top!: number;

  @latitude()
  readonly bottom!: number;

  @longitude()
  readonly left!: number;

  @longitude()
  readonly right!: number;
}

/**
 * What to ask a source for. It describes the wire; whether the source can be asked that, the use case decides: HeadHunter
 * can be asked for all of it, Trudvsem for `text` and one of `areas` or `employers`, Greenhouse for `employers`.
 */
export class CollectionQuery {
  @words('In the language of the source.', 'backend')
  readonly text?: string;

  @identifiers('Where the text is looked for; together with `text`.', 'name', 'description')
  readonly searchFields?: readonly string[];

  @words('Vacancies with these words are left out.', 'стажёр, практика')
  readonly excludedText?: string;

  @identifiers('Areas, each with all that lies in it.', '1', '2')
  readonly areas?: readonly string[];

  @identifiers('Lines and stations of the underground.', '2', '2.133')
  readonly metro?: readonly string[];

  @ApiPropertyOptional({ type: () => GeoBox, description: 'Where the address lies.' })
  readonly box?: GeoBox;

  @identifiers('Professional roles.', '96')
  readonly professionalRoles?: readonly string[];

  @identifiers('Industries of employers.', '7', '7.540')
  readonly industries?: readonly string[];

  @identifiers('Employers; at Greenhouse the boards.', '1740')
  readonly employers?: readonly string[];

  @identifiers('Employers whose vacancies are left out.', '1455')
  readonly excludedEmployers?: readonly string[];

  @identifiers('Years of experience.', 'between1And3')
  readonly experience?: readonly string[];

  @identifiers('Kinds of employment; HeadHunter replaces them by `employmentForms`.', 'full')
  readonly employment?: readonly string[];

  @identifiers('Forms of employment.', 'FULL', 'PROJECT')
  readonly employmentForms?: readonly string[];

  @identifiers('Schedules; HeadHunter replaces them by `workFormats`.', 'remote')
  readonly schedule?: readonly string[];

  @identifiers('Where the work is done.', 'REMOTE', 'HYBRID')
  readonly workFormats?: readonly string[];

  @identifiers('Kinds of part-time work.', 'start_after_sixteen')
  readonly partTime?: readonly string[];

  @identifiers('Marks, of which a vacancy must have all.', 'with_address', 'accredited_it')
  readonly labels?: readonly string[];

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000_000,
    description: 'About so much, in whole units; vacancies that state none are meant too, unless `onlyWithSalary`.',
    example: 150_000,
  })
  readonly salary?: number;

  @ApiPropertyOptional({
    pattern: '^[A-Z]{3}$',
    description: "The source's code of the currency of `salary`; without it the source's own currency.",
    example: 'RUR',
  })
  readonly currency?: string;

  @ApiPropertyOptional({ description: 'Only vacancies that state a salary.' })
  readonly onlyWithSalary?: boolean;

  @ApiPropertyOptional({ description: 'Only vacancies for some time.' })
  readonly acceptTemporary?: boolean;
}
