import type { VacancyEditInput } from '@job-scope/vacancies-application';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { Salary } from './salary.dto';

/* These describe the wire; what a vacancy can be like, the use case decides, and names every fault at once. */

const Field = (schema: object): PropertyDecorator => {
  const [document, allow] = [ApiPropertyOptional(schema), Allow()];
  return (...target) => {
    document(...target);
    allow(...target);
  };
};

const LINE = { type: 'string', minLength: 1, maxLength: 500, example: 'Разработчик Python' };
const TEXT = { type: 'string', minLength: 1, maxLength: 10_000, nullable: true };
const ADDRESS = { type: 'string', format: 'uri', maxLength: 2_008, pattern: '^https?://' };

/** Only what is to change. From then on its source changes it no more. */
export class ChangeVacancyBody implements VacancyEditInput {
  @Field(LINE)
  readonly title?: string;

  @Field({ ...ADDRESS, description: 'The page for people.' })
  readonly url?: string;

  @Field({ ...ADDRESS, nullable: true, description: 'Where one applies.' })
  readonly applyUrl?: string | null;

  @Field(TEXT)
  readonly requirement?: string | null;

  @Field(TEXT)
  readonly responsibility?: string | null;

  @Field({ type: 'boolean', description: 'Whether applicants are tested.' })
  readonly hasTest?: boolean;

  @Field({ type: () => Salary, nullable: true, description: 'With one bound at least.' })
  readonly salary?: Salary | null;
}
