import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class SourceParameter {
  @ApiProperty({ maxLength: 50, description: 'The name of a source.', example: 'headhunter' })
  @IsString()
  @MaxLength(50)
  readonly name!: string;
}

export class SourceBlock {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly until!: Date;

  @ApiProperty({ description: 'What the source answered, for people.' })
  readonly reason!: string;
}

export class SourceQueue {
  @ApiProperty({ example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null if it is not paused.' })
  readonly pausedSince!: Date | null;

  @ApiProperty({ type: () => SourceBlock, nullable: true, description: 'Why no request may go out; null if they may.' })
  readonly block!: SourceBlock | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Runs that have not ended.' })
  readonly openRuns!: number;
}

export class ClearSourceBody {
  @ApiProperty({ maxLength: 50, description: 'The name of the source once more.', example: 'headhunter' })
  @IsString()
  @MaxLength(50)
  readonly confirm!: string;
}

export class ClearedSource {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Runs that were cancelled.' })
  readonly cancelled!: number;
}
