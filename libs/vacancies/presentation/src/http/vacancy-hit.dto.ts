import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { textOrNull } from './answer-properties';
import { GeoPoint } from './vacancy-parts.dto';
import { VacancySummary } from './vacancy.dto';

const html = (example?: string) => ApiPropertyOptional({ example });

/** Safe to put into a page: all but our own `<mark>` is escaped. */
export class Highlights {
  @html('Старший <mark>повар</mark>')
  readonly title?: string;

  @html()
  readonly employer?: string;

  @html()
  readonly requirement?: string;

  @html()
  readonly responsibility?: string;

  @ApiPropertyOptional({ description: 'The fragments around what matched.' })
  readonly description?: string;

  @html()
  readonly skills?: string;
}

export class VacancyHit extends VacancySummary {
  @ApiProperty({ type: [String], description: 'Empty if none are known.', example: ['TypeScript', 'SQL'] })
  readonly keySkills!: readonly string[];

  @ApiProperty({ type: () => GeoPoint, nullable: true, description: 'Where the work is done, if it is known.' })
  readonly point!: GeoPoint | null;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    nullable: true,
    description: 'From `lat` and `lng`; null without them.',
    example: 1234.5,
  })
  readonly distanceMetres!: number | null;

  @ApiProperty({
    type: () => Highlights,
    nullable: true,
    description: 'HTML with what matched in `<mark>`, of the fields in which something did. Null unless asked for.',
  })
  readonly highlights!: Highlights | null;
}

export class Total {
  @ApiProperty({ type: 'integer', minimum: 0, example: 41 })
  readonly value!: number;

  @ApiProperty({ description: 'False when there are at least `value`.' })
  readonly exact!: boolean;
}

export class FacetValue {
  @textOrNull('Null for an anonymous employer.', '1')
  readonly id!: string | null;

  @ApiProperty({ description: 'For people.', example: 'Москва' })
  readonly name!: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 17 })
  readonly count!: number;
}

const facet = () => ApiPropertyOptional({ type: () => [FacetValue], maxItems: 20 });

/** The commonest values first, and only those facets that were asked for. */
export class Facets {
  @facet()
  readonly source?: readonly FacetValue[];

  @facet()
  readonly area?: readonly FacetValue[];

  @facet()
  readonly employer?: readonly FacetValue[];

  @facet()
  readonly professionalRole?: readonly FacetValue[];

  @facet()
  readonly experience?: readonly FacetValue[];

  @facet()
  readonly employment?: readonly FacetValue[];

  @facet()
  readonly schedule?: readonly FacetValue[];

  @facet()
  readonly workFormat?: readonly FacetValue[];

  @facet()
  readonly skill?: readonly FacetValue[];
}

const DEGRADED = { description: 'Whether a simpler search engine answered, because the usual one is away.' };

export class VacancyPage {
  @ApiProperty({ type: () => [VacancyHit] })
  readonly items!: readonly VacancyHit[];

  @ApiNextCursor()
  readonly nextCursor?: string;

  @ApiProperty({ type: () => Total, description: 'How many vacancies match, on all pages together.' })
  readonly total!: Total;

  @ApiProperty({ type: () => Facets, description: 'A vacancy counts in every area that it lies in.' })
  readonly facets!: Facets;

  @ApiProperty(DEGRADED)
  readonly degraded!: boolean;

  @textOrNull(
    'What was found instead of `text`, which nothing matched: it was typed in the wrong keyboard layout.',
    'привет',
  )
  readonly correctedText!: string | null;
}

export class SimilarVacancies {
  @ApiProperty({ type: () => [VacancyHit], description: 'The most alike first.' })
  readonly items!: readonly VacancyHit[];

  @ApiProperty(DEGRADED)
  readonly degraded!: boolean;
}

export class Suggestion {
  @ApiProperty({ enum: ['title', 'skill', 'employer'], description: 'What it is that is called so.' })
  readonly kind!: 'title' | 'skill' | 'employer';

  @ApiProperty({ example: 'Разработчик Python' })
  readonly text!: string;
}

export class Suggestions {
  @ApiProperty({ type: () => [Suggestion], description: 'The commonest first.' })
  readonly items!: readonly Suggestion[];

  @ApiProperty(DEGRADED)
  readonly degraded!: boolean;
}
