import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IdParameter } from './id-parameter.dto';

export class EditedFieldList {
  @ApiProperty({ type: [String], example: ['title', 'salary'], description: 'As `PATCH` names them.' })
  readonly items!: readonly string[];
}

const FIELD = '^[A-Za-z]{1,50}$';

export class EditedFieldParameters extends IdParameter {
  @ApiProperty({ pattern: FIELD, example: 'title', description: 'As `PATCH` names it.' })
  @Matches(new RegExp(FIELD), { message: 'must be the name of a field' })
  readonly field!: string;
}
