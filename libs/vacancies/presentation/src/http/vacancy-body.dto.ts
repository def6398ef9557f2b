import type { VacancyEditInput } from '@job-scope/vacancies-application';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { AddressBody, EmployerBody, ReferenceBody } from './vacancy-body-parts.dto';
import { Salary } from './salary.dto';

/* These describe the wire; what a vacancy can be like, the use case decides, and names every fault at once. */

const Field = (schema: object, required = false): PropertyDecorator => {
  const [document, allow] = [required ? ApiProperty(schema) : ApiPropertyOptional(schema), Allow()];
  return (...target) => {
    document(...target);
    allow(...target);
  };
};

const LINE = { type: 'string', minLength: 1, maxLength: 500, example: 'Разработчик Python' };
const TEXT = { type: 'string', minLength: 1, maxLength: 10_000, nullable: true };
const ADDRESS = { type: 'string', format: 'uri', maxLength: 2_008, pattern: '^https?://' };
const PAGE = { ...ADDRESS, description: 'The page for people.', example: 'https://example.com/jobs/1' };
const HTML = { type: 'string', minLength: 1, maxLength: 100_000, nullable: true };
const REFERENCE = { type: () => ReferenceBody, nullable: true };
const REFERENCES = { type: () => [ReferenceBody], maxItems: 20 };
const FROM_1970 = 'From 1970 on. Lists by time go by it. By default when it is created.';
const PLACE =
  'Where the work is done. Metro stations are not taken: those that the source has told go with its address.';
const SKILLS = {
  ...{ type: 'array', maxItems: 50, example: ['TypeScript', 'SQL'] },
  items: { type: 'string', minLength: 1, maxLength: 200 },
};

/** Only what is to change. From then on its source changes it no more. */
export class ChangeVacancyBody implements VacancyEditInput {
  @Field(LINE)
  readonly title?: string;

  @Field(PAGE)
  readonly url?: string;

  @Field({ ...ADDRESS, nullable: true, description: 'Where one applies.' })
  readonly applyUrl?: string | null;

  @Field({ type: () => EmployerBody, nullable: true })
  readonly employer?: EmployerBody | null;

  @Field({ ...REFERENCE, description: "By HeadHunter's identifier (`GET /api/v1/areas`), areas above find it, too." })
  readonly area?: ReferenceBody | null;

  @Field({ type: () => AddressBody, nullable: true, description: PLACE })
  readonly address?: AddressBody | null;

  @Field({ type: () => Salary, nullable: true, description: 'With one bound at least.' })
  readonly salary?: Salary | null;

  @Field({ ...REFERENCE, description: 'The experience asked for.' })
  readonly experience?: ReferenceBody | null;

  @Field(REFERENCE)
  readonly employment?: ReferenceBody | null;

  @Field(REFERENCE)
  readonly schedule?: ReferenceBody | null;

  @Field({ ...REFERENCES, description: 'On site, remote and the like; several may be offered.' })
  readonly workFormats?: readonly ReferenceBody[];

  @Field(REFERENCES)
  readonly professionalRoles?: readonly ReferenceBody[];

  @Field(TEXT)
  readonly requirement?: string | null;

  @Field(TEXT)
  readonly responsibility?: string | null;

  @Field({ type: 'boolean', description: 'Whether applicants are tested.' })
  readonly hasTest?: boolean;

  @Field({ type: 'boolean', description: 'Whether it is closed.' })
  readonly archived?: boolean;

  @Field({ type: 'string', format: 'date-time', description: FROM_1970 })
  readonly publishedAt?: string;

  @Field({ ...HTML, description: 'The full text, as HTML: what would run or load is taken out.' })
  readonly description?: string | null;

  @Field(SKILLS)
  readonly keySkills?: readonly string[];
}

/** What is left out is not known of it. */
export class CreateVacancyBody extends ChangeVacancyBody {
  @Field(LINE, true)
  override readonly title!: string;

  @Field({ ...PAGE, description: 'The page for people: where readers of the vacancy are sent.' }, true)
  override readonly url!: string;
}
