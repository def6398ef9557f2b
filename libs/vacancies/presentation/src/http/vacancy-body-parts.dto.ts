import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { GeoPoint } from './vacancy-parts.dto';

const LINE = { type: 'string', minLength: 1, maxLength: 200 } as const;
const TEXT = { type: 'string', minLength: 1, maxLength: 500, nullable: true } as const;
const ID = 'By which searches find it; those of HeadHunter are shown as facets. By default the name.';

export class ReferenceBody {
  @ApiPropertyOptional({ ...LINE, description: ID, example: '1' })
  readonly id?: string;

  @ApiProperty({ ...LINE, description: 'For people.', example: 'Москва' })
  readonly name!: string;
}

export class EmployerBody {
  @ApiPropertyOptional({ ...LINE, nullable: true, description: `${ID} Null if it is anonymous.`, example: '1740' })
  readonly id?: string | null;

  @ApiProperty({ ...LINE, example: 'Яндекс' })
  readonly name!: string;

  @ApiPropertyOptional({
    ...{ type: 'string', format: 'uri', maxLength: 2_008, pattern: '^https?://', nullable: true },
    description: 'Its page.',
  })
  readonly url?: string | null;

  @ApiPropertyOptional({ type: 'boolean', nullable: true, description: 'Whether somebody vouches for it.' })
  readonly trusted?: boolean | null;

  @ApiPropertyOptional({ type: 'boolean', nullable: true, description: "On the state's list of IT companies." })
  readonly accreditedIt?: boolean | null;
}

/** One part at least. */
export class AddressBody {
  @ApiPropertyOptional({ ...TEXT, example: 'Москва' })
  readonly city?: string | null;

  @ApiPropertyOptional({ ...TEXT, example: 'улица Льва Толстого' })
  readonly street?: string | null;

  @ApiPropertyOptional({ ...TEXT, example: '16' })
  readonly building?: string | null;

  @ApiPropertyOptional({ ...TEXT, description: 'How to find it.' })
  readonly description?: string | null;

  @ApiPropertyOptional({ ...TEXT, description: 'The whole in one line.', example: 'Москва, улица Льва Толстого, 16' })
  readonly text?: string | null;

  @ApiPropertyOptional({ type: () => GeoPoint, nullable: true, description: 'WGS 84, in degrees.' })
  readonly point?: GeoPoint | null;
}
