import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { bind, provideUseCase, type Binding } from '@job-scope/platform-nest';
import {
  DeleteExport,
  ExportVacancies,
  GetExport,
  ListExports,
  OpenExportFile,
  RequestExport,
} from '@job-scope/vacancies-application';
import { DiskExportFiles, HmacLinkSigner } from '@job-scope/vacancies-infrastructure/node';
import { PostgresExportStore } from '@job-scope/vacancies-infrastructure/postgres';
import {
  CONTENT_HASHER,
  CURRENCY_RATES,
  EXPORT_FILE_READER,
  EXPORT_STORE,
  LINK_SIGNER,
  VACANCY_SEARCH_READER,
} from '@job-scope/vacancies-ports';
import { randomBytes } from 'node:crypto';
import type { GatewaySettings } from './settings';

export const EXPORT_PORTS = [EXPORT_FILE_READER, EXPORT_STORE, LINK_SIGNER] as const;

/** What a search finds, as a file: at once, or made by a worker. */
export const exportUseCases = [
  provideUseCase(ExportVacancies, VACANCY_SEARCH_READER, CURRENCY_RATES, CLOCK),
  provideUseCase(RequestExport, EXPORT_STORE, CURRENCY_RATES, CONTENT_HASHER, LINK_SIGNER, CLOCK, ID_GENERATOR),
  provideUseCase(ListExports, EXPORT_STORE, LINK_SIGNER, CLOCK),
  provideUseCase(GetExport, EXPORT_STORE, LINK_SIGNER, CLOCK),
  provideUseCase(DeleteExport, EXPORT_STORE, CLOCK),
  provideUseCase(OpenExportFile, EXPORT_STORE, EXPORT_FILE_READER, LINK_SIGNER, CLOCK),
];

type Database = ConstructorParameters<typeof PostgresExportStore>[0];

export const exportBindings = (
  { mediaDir, exportLinkSecret }: Pick<GatewaySettings, 'mediaDir' | 'exportLinkSecret'>,
  database: Database,
): readonly Binding[] => [
  bind(EXPORT_STORE, new PostgresExportStore(database)),
  bind(EXPORT_FILE_READER, new DiskExportFiles(mediaDir)),
  bind(LINK_SIGNER, new HmacLinkSigner(exportLinkSecret ?? randomBytes(32).toString('hex'))),
];
