import { ApiProperty } from '@nestjs/swagger';

const bound = (description: string, example: number) =>
  ApiProperty({ type: 'number', nullable: true, minimum: 0, description, example });

export class Salary {
  @bound('The lower bound in major units of the currency (roubles, not kopecks); null if there is none.', 150000)
  readonly from!: number | null;

  @bound('The upper bound in major units of the currency; null if there is none.', 200000.5)
  readonly to!: number | null;

  @ApiProperty({ description: 'ISO 4217.', pattern: '^[A-Z]{3}$', example: 'RUB' })
  readonly currency!: string;

  @ApiProperty({ type: 'boolean', nullable: true, description: 'Before tax; null if the source does not say.' })
  readonly gross!: boolean | null;

  @ApiProperty({
    enum: ['month', 'hour', 'shift', 'fly-in-fly-out', 'project'],
    description: 'What one payment covers.',
  })
  readonly period!: 'month' | 'hour' | 'shift' | 'fly-in-fly-out' | 'project';
}

export class MonthlySalary {
  @bound('The lower bound in roubles; null if there is none.', 172413.79)
  readonly from!: number | null;

  @bound('The upper bound in roubles; null if there is none.', 229885.63)
  readonly to!: number | null;

  @ApiProperty({ enum: ['RUB'] })
  readonly currency!: 'RUB';

  @ApiProperty({
    description:
      'Whether more than a rate of exchange was needed: an hour counts 1/164 and a shift 1/15 of a month; a rouble after ' +
      'tax is 0.87 of one before it; other amounts that are not said to be before tax are taken as if they were.',
  })
  readonly estimated!: boolean;

  @ApiProperty({ format: 'date', description: 'The day of the rate of exchange.', example: '2026-01-31' })
  readonly ratesOf!: string;
}
