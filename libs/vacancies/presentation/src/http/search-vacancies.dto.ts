import { ListParameters, QueryBoolean, QueryDateTime, QueryIdentifier } from '@job-scope/platform-nest/openapi';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, MaxLength } from 'class-validator';

/** The query parameters of a search. All are optional and joined by AND. */
export class SearchVacanciesParameters extends ListParameters {
  @ApiPropertyOptional({
    description:
      'Words to find in title, employer, requirement and responsibility, in any form, Russian or English; all must ' +
      'occur. `"…"` finds a phrase, `-word` excludes a word.',
    maxLength: 500,
    example: 'разработчик -1С',
  })
  @IsOptional()
  @MaxLength(500, { message: 'must be one text of at most 500 characters' })
  text?: string;

  @QueryIdentifier('The aggregator that the vacancy came from.', 'headhunter')
  source?: string;

  @QueryIdentifier("The source's identifier of the area.", '1')
  areaId?: string;

  @QueryIdentifier("The source's identifier of the employer.", '1740')
  employerId?: string;

  @QueryIdentifier("The source's identifier of the experience asked for.", 'between1And3')
  experienceId?: string;

  @QueryBoolean('Only vacancies that state a salary.')
  onlyWithSalary?: boolean;

  @QueryDateTime('Published at this moment or later.', '2026-01-01T00:00:00Z')
  publishedFrom?: Date;

  @QueryDateTime('Published at this moment or earlier.', '2026-02-01T00:00:00Z')
  publishedTo?: Date;

  @QueryBoolean('Also vacancies that their source has closed or dropped.')
  includeArchived?: boolean;

  @ApiPropertyOptional({
    description: 'The best match first (needs `text`, and is the default with it), or the newest first.',
    enum: ['relevance', 'published'],
  })
  @IsOptional()
  @IsIn(['relevance', 'published'], { message: 'must be relevance or published' })
  sort?: 'relevance' | 'published';
}
