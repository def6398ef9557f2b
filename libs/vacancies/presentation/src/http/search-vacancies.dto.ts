import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListParameters } from './list-parameters.dto';
import { QueryBoolean, QueryDateTime, QueryIdentifier } from './query-parameters';

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
  @IsString({ message: 'must be one text' })
  @MaxLength(500, { message: 'must be at most 500 characters long' })
  text?: string;

  @ApiPropertyOptional({ description: 'The aggregator that the vacancy came from.', example: 'headhunter' })
  @IsOptional()
  @QueryIdentifier()
  source?: string;

  @ApiPropertyOptional({ description: "The source's identifier of the area.", example: '1' })
  @IsOptional()
  @QueryIdentifier()
  areaId?: string;

  @ApiPropertyOptional({ description: "The source's identifier of the employer.", example: '1740' })
  @IsOptional()
  @QueryIdentifier()
  employerId?: string;

  @ApiPropertyOptional({ description: "The source's identifier of the experience asked for.", example: 'between1And3' })
  @IsOptional()
  @QueryIdentifier()
  experienceId?: string;

  @ApiPropertyOptional({ description: 'Only vacancies that state a salary.', default: false })
  @IsOptional()
  @QueryBoolean()
  onlyWithSalary?: boolean;

  @ApiPropertyOptional({ description: 'Published at this moment or later.', example: '2026-01-01T00:00:00Z' })
  @IsOptional()
  @QueryDateTime()
  publishedFrom?: Date;

  @ApiPropertyOptional({ description: 'Published at this moment or earlier.', example: '2026-02-01T00:00:00Z' })
  @IsOptional()
  @QueryDateTime()
  publishedTo?: Date;

  @ApiPropertyOptional({ description: 'Also vacancies that their source has closed or dropped.', default: false })
  @IsOptional()
  @QueryBoolean()
  includeArchived?: boolean;

  @ApiPropertyOptional({
    description: 'The best match first (needs `text`, and is the default with it), or the newest first.',
    enum: ['relevance', 'published'],
  })
  @IsOptional()
  @IsIn(['relevance', 'published'], { message: 'must be relevance or published' })
  sort?: 'relevance' | 'published';
}
