import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import { Allow, IsBoolean, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { SearchFilterParameters } from './search-filters.dto';

/* A search is checked as the parameters of a search are; of the rest the use cases decide. */

export const FREQUENCY = {
  enum: ['hourly', 'daily'],
  description: 'How often is looked for new matches.',
};
export const LANGUAGE = { enum: ['ru', 'en'], description: 'In which the mails are written.' };
const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  description: 'Unique among your saved searches.',
  example: 'Cooks in Moscow',
} as const;
export const SEARCH = {
  type: () => SearchFilterParameters,
  description: 'Text and filters, by the names of the parameters of `searchVacancies`; empty for all open vacancies.',
};

/** Of JSON the values are numbers and flags already; as parameters they are checked like those of a URL. */
const asParameter = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? undefined);

const asParameters = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const parameters = Object.entries(value).map(([name, each]) => [name, asParameter(each)] as const);
  return plainToInstance(SearchFilterParameters, Object.fromEntries(parameters), { exposeUnsetFields: false });
};

const IsSearch = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    Transform(({ value }: { value: unknown }) => asParameters(value)),
    IsObject({ message: 'must be an object' }),
    ValidateNested(),
  ]) {
    decorate(target, key as string);
  }
};

export class CreateSavedSearchBody {
  @ApiProperty(NAME)
  @Allow()
  readonly name!: unknown;

  @ApiProperty(SEARCH)
  @IsSearch()
  readonly search!: SearchFilterParameters;

  @ApiPropertyOptional({ ...FREQUENCY, default: 'daily' })
  @Allow()
  readonly frequency: unknown = 'daily';

  @ApiPropertyOptional({ ...LANGUAGE, default: 'ru' })
  @Allow()
  readonly language: unknown = 'ru';

  @ApiPropertyOptional({ default: false, description: 'Whether it waits to be resumed before it is looked at at all.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean({ message: 'must be true or false' })
  readonly paused?: boolean;
}

/** What is absent stays as it is. */
export class ChangeSavedSearchBody {
  @ApiPropertyOptional(NAME)
  @Allow()
  readonly name?: unknown;

  @ApiPropertyOptional({ ...SEARCH, description: 'Takes the place of the whole search.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsSearch()
  readonly search?: SearchFilterParameters;

  @ApiPropertyOptional(FREQUENCY)
  @Allow()
  readonly frequency?: unknown;

  @ApiPropertyOptional(LANGUAGE)
  @Allow()
  readonly language?: unknown;
}
