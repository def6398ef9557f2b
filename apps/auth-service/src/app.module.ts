import {
  ChangePassword,
  ChangeProfile,
  ChangeUser,
  ConfirmEmail,
  CreateUser,
  DeleteOwnAccount,
  DeleteUser,
  EndAllSessions,
  EndSession,
  GetProfile,
  GetPublishedKeys,
  GetUser,
  ListAuditEvents,
  ListSessions,
  ListUsers,
  LogIn,
  LogOut,
  ReadOutboxBacklog,
  RefreshSession,
  RegisterUser,
  RelayOutbox,
  RequestEmailChange,
  RequestPasswordReset,
  ResetPassword,
} from '@job-scope/auth-application';
import {
  ACCOUNT_MAILER,
  AUDIT_READER,
  AUTH_OUTBOX_FEED,
  AUTH_UNIT_OF_WORK,
  COMMON_PASSWORDS,
  KEY_RING_TIMES,
  MAIL_LINK_TOKENS,
  PASSWORD_GENERATOR,
  PASSWORD_HASHER,
  REFRESH_TOKEN_READER,
  SESSION_LIMITS,
  SESSION_STORE,
  SESSION_TOKEN_ISSUER,
  SIGNING_KEY_READER,
  USER_DIRECTORY,
  USER_EVENT_PUBLISHER,
  USER_READER,
} from '@job-scope/auth-ports';
import { authControllers, TokenCourier, TRANSPORT_SETTINGS } from '@job-scope/auth-presentation';
import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { AUTHENTICATOR, PortsModule, provideUseCase, RATE_LIMITS, type Binding } from '@job-scope/platform-nest';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';

/** The ports that must stand behind auth-service. */
export const AUTH_SERVICE_PORTS = [
  ACCOUNT_MAILER,
  AUDIT_READER,
  AUTHENTICATOR,
  AUTH_OUTBOX_FEED,
  AUTH_UNIT_OF_WORK,
  CLOCK,
  COMMON_PASSWORDS,
  ID_GENERATOR,
  KEY_RING_TIMES,
  MAIL_LINK_TOKENS,
  PASSWORD_GENERATOR,
  PASSWORD_HASHER,
  RATE_LIMITS,
  REFRESH_TOKEN_READER,
  SESSION_LIMITS,
  SESSION_STORE,
  SESSION_TOKEN_ISSUER,
  SIGNING_KEY_READER,
  TRANSPORT_SETTINGS,
  USER_DIRECTORY,
  USER_EVENT_PUBLISHER,
  USER_READER,
] as const;

const LOGIN: readonly Provider[] = [
  provideUseCase(TokenCourier, TRANSPORT_SETTINGS),
  provideUseCase(
    LogIn,
    USER_READER,
    PASSWORD_HASHER,
    SESSION_STORE,
    SESSION_TOKEN_ISSUER,
    AUTH_UNIT_OF_WORK,
    ID_GENERATOR,
    CLOCK,
    SESSION_LIMITS,
  ),
  provideUseCase(
    RefreshSession,
    REFRESH_TOKEN_READER,
    SESSION_STORE,
    USER_READER,
    SESSION_TOKEN_ISSUER,
    AUTH_UNIT_OF_WORK,
    CLOCK,
    SESSION_LIMITS,
  ),
  provideUseCase(LogOut, REFRESH_TOKEN_READER, SESSION_STORE, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(GetPublishedKeys, SIGNING_KEY_READER, CLOCK, KEY_RING_TIMES),
];

const ACCOUNT: readonly Provider[] = [
  provideUseCase(RegisterUser, USER_READER, PASSWORD_HASHER, COMMON_PASSWORDS, AUTH_UNIT_OF_WORK, ID_GENERATOR, CLOCK),
  provideUseCase(ConfirmEmail, USER_READER, MAIL_LINK_TOKENS, PASSWORD_HASHER, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(RequestEmailChange, USER_READER, PASSWORD_HASHER, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(
    ChangePassword,
    USER_READER,
    PASSWORD_HASHER,
    COMMON_PASSWORDS,
    SESSION_STORE,
    AUTH_UNIT_OF_WORK,
    CLOCK,
  ),
  provideUseCase(RequestPasswordReset, USER_READER, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(
    ResetPassword,
    USER_READER,
    MAIL_LINK_TOKENS,
    PASSWORD_HASHER,
    COMMON_PASSWORDS,
    SESSION_STORE,
    AUTH_UNIT_OF_WORK,
    CLOCK,
  ),
  provideUseCase(GetProfile, USER_READER),
  provideUseCase(ChangeProfile, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(DeleteOwnAccount, USER_READER, PASSWORD_HASHER, SESSION_STORE, AUTH_UNIT_OF_WORK, ID_GENERATOR, CLOCK),
];

const ADMINISTRATION: readonly Provider[] = [
  provideUseCase(ListUsers, USER_DIRECTORY),
  provideUseCase(GetUser, USER_READER),
  provideUseCase(CreateUser, PASSWORD_GENERATOR, PASSWORD_HASHER, AUTH_UNIT_OF_WORK, ID_GENERATOR, CLOCK),
  provideUseCase(ChangeUser, USER_READER, SESSION_STORE, AUTH_UNIT_OF_WORK, ID_GENERATOR, CLOCK),
  provideUseCase(DeleteUser, USER_READER, SESSION_STORE, AUTH_UNIT_OF_WORK, ID_GENERATOR, CLOCK),
  provideUseCase(ListSessions, USER_READER, SESSION_STORE),
  provideUseCase(EndSession, SESSION_STORE, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(EndAllSessions, USER_READER, SESSION_STORE, AUTH_UNIT_OF_WORK, CLOCK),
  provideUseCase(ListAuditEvents, AUDIT_READER),
];

const RELAY: readonly Provider[] = [
  provideUseCase(
    RelayOutbox,
    AUTH_OUTBOX_FEED,
    USER_READER,
    SESSION_STORE,
    USER_EVENT_PUBLISHER,
    MAIL_LINK_TOKENS,
    ACCOUNT_MAILER,
    AUTH_UNIT_OF_WORK,
    CLOCK,
  ),
  provideUseCase(ReadOutboxBacklog, AUTH_OUTBOX_FEED),
];

@Module({})
export class AppModule {
  static register(bindings: readonly Binding[]): DynamicModule {
    return {
      module: AppModule,
      imports: [PortsModule.register(bindings)],
      controllers: authControllers,
      providers: [...LOGIN, ...ACCOUNT, ...ADMINISTRATION, ...RELAY],
    };
  }
}
