import { ApiProperty } from '@nestjs/swagger';

export class Source {
  @ApiProperty({ description: 'What requests and vacancies name it by; stable.', example: 'headhunter' })
  readonly name!: string;

  @ApiProperty({ description: 'For people.', example: 'HeadHunter' })
  readonly title!: string;

  @ApiProperty({ format: 'uri', description: 'Where readers are sent for attribution.', example: 'https://hh.ru' })
  readonly attributionUrl!: string;
}

export class SourceList {
  @ApiProperty({ type: () => [Source] })
  readonly items!: readonly Source[];
}
