import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { bind, provideUseCase, type Binding, type Logger } from '@job-scope/platform-nest';
import type { MailTransport } from '@job-scope/platform-nest/mail';
import {
  FollowUsers,
  LookAtSavedSearches,
  ReadSavedSearchBacklog,
  SendNotifications,
} from '@job-scope/vacancies-application';
import { PlatformNotificationMailer } from '@job-scope/vacancies-infrastructure/mail';
import {
  PostgresNotificationQueue,
  PostgresRecipients,
  PostgresSavedSearchLooks,
  PostgresUserFeed,
} from '@job-scope/vacancies-infrastructure/postgres';
import {
  CURRENCY_RATES,
  NOTIFICATION_MAILER,
  NOTIFICATION_QUEUE,
  RECIPIENTS,
  SAVED_SEARCH_LOOKS,
  STORED_REVISIONS,
  USER_FEED,
  VACANCY_SEARCH_READER,
} from '@job-scope/vacancies-ports';
import type { SavedSearchesModuleOptions } from '@job-scope/vacancies-presentation/worker';
import type { WorkerSettings } from './settings';

/** Without mail nobody is told, so nothing is looked for; but who is deleted is forgotten all the same. */
export const savedSearchUseCases = (sendsMail: boolean): SavedSearchesModuleOptions['useCases'] => [
  provideUseCase(FollowUsers, USER_FEED, RECIPIENTS),
  ...(sendsMail
    ? [
        provideUseCase(
          LookAtSavedSearches,
          SAVED_SEARCH_LOOKS,
          VACANCY_SEARCH_READER,
          STORED_REVISIONS,
          CURRENCY_RATES,
          CLOCK,
          ID_GENERATOR,
        ),
        provideUseCase(SendNotifications, NOTIFICATION_QUEUE, NOTIFICATION_MAILER, CLOCK),
        provideUseCase(ReadSavedSearchBacklog, SAVED_SEARCH_LOOKS, CLOCK),
      ]
    : []),
];

type Database = ConstructorParameters<typeof PostgresRecipients>[0];

export const savedSearchBindings = (
  { publicUrl }: Pick<WorkerSettings, 'publicUrl'>,
  database: Database,
  mail: MailTransport | undefined,
  logger: Logger,
): readonly Binding[] => [
  bind(USER_FEED, new PostgresUserFeed(database)),
  bind(RECIPIENTS, new PostgresRecipients(database)),
  bind(SAVED_SEARCH_LOOKS, new PostgresSavedSearchLooks(database)),
  bind(NOTIFICATION_QUEUE, new PostgresNotificationQueue(database)),
  ...(mail ? [bind(NOTIFICATION_MAILER, new PlatformNotificationMailer(mail, publicUrl, logger))] : []),
];
