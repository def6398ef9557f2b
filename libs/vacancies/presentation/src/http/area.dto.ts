import { QueryIdentifier, QueryInteger } from '@job-scope/platform-nest/openapi';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Reference } from './vacancy-parts.dto';

export class ListAreasParameters {
  @ApiProperty({ description: 'Whose areas.', example: 'headhunter', pattern: '^[\\w.-]{1,64}$' })
  @Matches(/^[\w.-]{1,64}$/, { message: 'must be the name of a source' })
  source!: string;

  @QueryIdentifier('The identifier of the area to look into; without it the widest areas are listed.', '113')
  parent?: string;

  @ApiPropertyOptional({
    description:
      'How a word of the name begins, in any case. All areas within `parent` are looked through then, not only those ' +
      'that lie in it directly.',
    minLength: 1,
    maxLength: 100,
    example: 'моск',
  })
  @IsOptional()
  @Matches(/^(?=.*\S)\P{Cc}{1,100}$/u, { message: 'must be a text of 1 to 100 characters, not all of them blank' })
  q?: string;

  @QueryInteger('How many at most.', 1, 1_000, 200)
  limit: number = 200;
}

export class Area {
  @ApiProperty({ description: 'The source that has it.', example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ description: "The source's own identifier: `areaId` of searches.", example: '1' })
  readonly id!: string;

  @ApiProperty({ example: 'Москва' })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for the widest.', example: '113' })
  readonly parentId!: string | null;

  @ApiProperty({ type: () => [Reference], description: 'From the widest area to this one.' })
  readonly path!: readonly Reference[];

  @ApiProperty({ description: 'Whether others lie in it.' })
  readonly hasChildren!: boolean;
}

export class AreaList {
  @ApiProperty({ type: () => [Area], description: 'By name.' })
  readonly items!: readonly Area[];
}
