import { QueryChoice } from '@job-scope/platform-nest/openapi';
import { EXPORT_FORMATS, type ExportFormat, type ExportInput } from '@job-scope/vacancies-application';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { SearchFilterParameters } from './search-filters.dto';

/** What is exported, and as what. */
export class ExportParameters extends SearchFilterParameters {
  @ApiProperty({
    enum: [...EXPORT_FORMATS],
    description: '`csv`: RFC 4180 with a header, for spreadsheets; `jsonl`: a JSON object a line, for programs.',
  })
  @IsIn(EXPORT_FORMATS, { message: `must be one of ${EXPORT_FORMATS.join(', ')}` })
  format!: ExportFormat;

  @QueryChoice('By publication unless given.', ['published', 'salary', 'id'])
  sort?: ExportInput['sort'];

  @QueryChoice('Descending unless given.', ['asc', 'desc'])
  order?: ExportInput['order'];
}
