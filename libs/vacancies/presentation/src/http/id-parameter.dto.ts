import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class IdParameter {
  @ApiProperty({ format: 'uuid', description: 'The `id` by which it is listed.' })
  @IsUUID('all', { message: 'must be a UUID' })
  id!: string;
}
