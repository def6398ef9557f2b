import { ApiProperty } from '@nestjs/swagger';
import { momentOrNull, textOrNull } from './answer-properties';

/** What the source of a vacancy says. */
export const FROM = 'The aggregator that it came from; `own` if superusers have created it.';

export class Reference {
  @ApiProperty({ description: "The source's own identifier; stable.", example: '1' })
  readonly id!: string;

  @ApiProperty({ description: 'For people.', example: 'Москва' })
  readonly name!: string;
}

export class Employer {
  @textOrNull('Null for an anonymous vacancy.', '1740')
  readonly id!: string | null;

  @ApiProperty({ example: 'Яндекс' })
  readonly name!: string;

  @ApiProperty({ type: 'string', format: 'uri', nullable: true, description: 'Its page at the source.' })
  readonly url!: string | null;

  @ApiProperty({ type: 'boolean', nullable: true, description: 'Whether the source vouches for it, if it says so.' })
  readonly trusted!: boolean | null;

  @ApiProperty({ type: 'boolean', nullable: true, description: "On the state's list of IT companies, if known." })
  readonly accreditedIt!: boolean | null;
}

export class GeoPoint {
  @ApiProperty({ minimum: -90, maximum: 90, example: 55.733969 })
  readonly lat!: number;

  @ApiProperty({ minimum: -180, maximum: 180, example: 37.587093 })
  readonly lng!: number;
}

export class MetroStation extends Reference {
  @ApiProperty({ type: () => Reference })
  readonly line!: Reference;

  @ApiProperty({ type: () => GeoPoint, nullable: true })
  readonly point!: GeoPoint | null;
}

export class Address {
  @textOrNull(undefined, 'Москва')
  readonly city!: string | null;

  @textOrNull(undefined, 'улица Льва Толстого')
  readonly street!: string | null;

  @textOrNull(undefined, '16')
  readonly building!: string | null;

  @textOrNull('How to find it, in the words of the employer.')
  readonly description!: string | null;

  @textOrNull('The whole in one line.', 'Москва, улица Льва Толстого, 16')
  readonly text!: string | null;

  @ApiProperty({ type: () => GeoPoint, nullable: true, description: 'WGS 84, in degrees.' })
  readonly point!: GeoPoint | null;

  @ApiProperty({ type: () => [MetroStation] })
  readonly metro!: readonly MetroStation[];
}

export class Description {
  @ApiProperty({ description: 'Sanitised: text and its structure, links, nothing that runs or loads.' })
  readonly html!: string;

  @ApiProperty({ description: 'The same as plain text, a line for each paragraph and item.' })
  readonly text!: string;
}

export class VacancyDetails {
  @ApiProperty({ type: () => Description, nullable: true })
  readonly description!: Description | null;

  @ApiProperty({ type: [String], example: ['TypeScript', 'SQL'] })
  readonly keySkills!: readonly string[];

  @momentOrNull('When it was first published, however often it was raised since.')
  readonly createdAt!: Date | null;
}

export class DuplicateVacancy {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: FROM, example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ format: 'uri', description: 'Its page at the source.' })
  readonly url!: string;
}
