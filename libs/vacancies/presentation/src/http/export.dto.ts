import type { Page } from '@job-scope/kernel';
import { withNextCursor } from '@job-scope/platform-nest';
import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { EXPORT_FORMATS, type ExportView } from '@job-scope/vacancies-application';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Matches } from 'class-validator';
import { count, countOrNull, moment, momentOrNull, textOrNull } from './answer-properties';

const STATUSES = ['requested', 'running', 'succeeded', 'failed'] as const;

export class Export implements Omit<ExportView, 'link'> {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: [...EXPORT_FORMATS] })
  readonly format!: ExportView['format'];

  @ApiProperty({ enum: STATUSES })
  readonly status!: ExportView['status'];

  @count('How many vacancies are in the file so far. Fewer than before: it was begun anew.')
  readonly rows!: number;

  @count('How long the file is so far.')
  readonly bytes!: number;

  @countOrNull('How many vacancies matched when it began; null before, and when there were too many to count.')
  readonly total!: number | null;

  @textOrNull('Why it failed; while it runs, why its last step did, which is taken again.')
  readonly failure!: string | null;

  @moment()
  readonly requestedAt!: Date;

  @momentOrNull('When a worker took it up.')
  readonly startedAt!: Date | null;

  @momentOrNull('When it ended.')
  readonly finishedAt!: Date | null;

  @momentOrNull('When export and file are taken away; null while it is being made.')
  readonly expiresAt!: Date | null;

  @ApiProperty({
    type: 'string',
    format: 'uri-reference',
    nullable: true,
    description: 'Where the file can be had, by whoever knows this address. Null until it is ready.',
  })
  readonly downloadUrl!: string | null;

  @momentOrNull('When `downloadUrl` ends; read the export again for a new one.')
  readonly downloadExpiresAt!: Date | null;
}

export const EXPORTS_PATH = 'api/v1/exports';

export const toExport = ({ link, ...view }: ExportView): Export => ({
  ...view,
  downloadUrl:
    link && `/${EXPORTS_PATH}/${view.id}/file?expires=${link.expiresAt.getTime() / 1000}&signature=${link.signature}`,
  downloadExpiresAt: link && link.expiresAt,
});

export class ExportPage {
  @ApiProperty({ type: () => [Export] })
  readonly items!: readonly Export[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}

export const toExportPage = ({ items, next }: Page<ExportView>): ExportPage =>
  withNextCursor({ items: items.map(toExport), next });

/** What a link to a file carries. */
export class ExportLinkParameters {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 99_999_999_999,
    description: 'In seconds since 1970.',
    example: 1_777_636_800,
  })
  @Transform(({ value }: { value: unknown }) => (/^\d{1,11}$/.test(String(value)) ? Number(value) : value))
  @IsInt({ message: 'must be a whole number of seconds since 1970' })
  expires!: number;

  @ApiProperty({
    pattern: '^[\\w-]{43}$',
    description: 'That of the link.',
    example: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA',
  })
  @Matches(/^[\w-]{43}$/, { message: 'must be a signature as links have it' })
  signature!: string;
}
