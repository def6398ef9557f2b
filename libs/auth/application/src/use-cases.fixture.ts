import type {
  AccountMailer,
  AuditReader,
  AuthOutboxFeed,
  AuthUnitOfWork,
  CommonPasswords,
  MailLinkTokens,
  PasswordGenerator,
  PasswordHasher,
  RefreshTokenReader,
  SessionStore,
  SessionTokenIssuer,
  UserDirectory,
  UserEventPublisher,
  UserReader,
} from '@job-scope/auth-ports';
import type { Clock, IdGenerator } from '@job-scope/kernel';
import { ChangePassword } from './change-password.use-case';
import { ChangeProfile } from './change-profile.use-case';
import { ChangeUser } from './change-user.use-case';
import { ConfirmEmail } from './confirm-email.use-case';
import { CreateUser } from './create-user.use-case';
import { DeleteOwnAccount } from './delete-own-account.use-case';
import { DeleteUser } from './delete-user.use-case';
import { EndAllSessions } from './end-all-sessions.use-case';
import { EndSession } from './end-session.use-case';
import { GetProfile } from './get-profile.query';
import { GetUser } from './get-user.query';
import { ListAuditEvents } from './list-audit-events.query';
import { ListSessions } from './list-sessions.query';
import { ListUsers } from './list-users.query';
import { LogIn } from './log-in.use-case';
import { LogOut } from './log-out.use-case';
import { ReadOutboxBacklog } from './read-outbox-backlog.query';
import { RefreshSession } from './refresh-session.use-case';
import { RegisterUser } from './register-user.use-case';
import { RelayOutbox } from './relay-outbox.use-case';
import { RequestEmailChange } from './request-email-change.use-case';
import { RequestPasswordReset } from './request-password-reset.use-case';
import { ResetPassword } from './reset-password.use-case';

export interface AuthPorts {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly users: UserReader;
  readonly unitOfWork: AuthUnitOfWork;
  readonly sessions: SessionStore;
  readonly feed: AuthOutboxFeed;
  readonly directory: UserDirectory;
  readonly trail: AuditReader;
  readonly hasher: PasswordHasher;
  readonly passwords: PasswordGenerator;
  readonly commonPasswords: CommonPasswords;
  readonly tokens: SessionTokenIssuer & RefreshTokenReader;
  readonly links: MailLinkTokens;
  readonly mailer: AccountMailer;
  readonly publisher: UserEventPublisher;
}

const DAY_MS = 86_400_000;
const LIMITS = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS };

/** One process of auth-service: its use cases on the given ports. */
export const useCasesOn = (ports: AuthPorts) => ({
  ...accountsOn(ports),
  ...usersOn(ports),
  ...sessionsOn(ports),
  relay: new RelayOutbox(
    ports.feed,
    ports.users,
    ports.sessions,
    ports.publisher,
    ports.links,
    ports.mailer,
    ports.unitOfWork,
    ports.clock,
  ),
  readBacklog: new ReadOutboxBacklog(ports.feed),
  listAudit: new ListAuditEvents(ports.trail),
});

const accountsOn = ({ clock, ids, users, unitOfWork, sessions, hasher, commonPasswords, links }: AuthPorts) => ({
  register: new RegisterUser(users, hasher, commonPasswords, unitOfWork, ids, clock),
  confirm: new ConfirmEmail(users, links, hasher, unitOfWork, clock),
  requestReset: new RequestPasswordReset(users, unitOfWork, clock),
  reset: new ResetPassword(users, links, hasher, commonPasswords, sessions, unitOfWork, clock),
  changePassword: new ChangePassword(users, hasher, commonPasswords, sessions, unitOfWork, clock),
  requestEmailChange: new RequestEmailChange(users, hasher, unitOfWork, clock),
  getProfile: new GetProfile(users),
  changeProfile: new ChangeProfile(unitOfWork, clock),
  deleteOwnAccount: new DeleteOwnAccount(users, hasher, sessions, unitOfWork, ids, clock),
});

const usersOn = ({ clock, ids, users, unitOfWork, sessions, hasher, passwords, directory }: AuthPorts) => ({
  listUsers: new ListUsers(directory),
  getUser: new GetUser(users),
  createUser: new CreateUser(passwords, hasher, unitOfWork, ids, clock),
  changeUser: new ChangeUser(users, sessions, unitOfWork, ids, clock),
  deleteUser: new DeleteUser(users, sessions, unitOfWork, ids, clock),
});

const sessionsOn = ({ clock, ids, users, unitOfWork, sessions, hasher, tokens }: AuthPorts) => ({
  logIn: new LogIn(users, hasher, sessions, tokens, unitOfWork, ids, clock, LIMITS),
  refresh: new RefreshSession(tokens, sessions, users, tokens, unitOfWork, clock, LIMITS),
  logOut: new LogOut(tokens, sessions, unitOfWork, clock),
  listSessions: new ListSessions(users, sessions),
  endSession: new EndSession(sessions, unitOfWork, clock),
  endAllSessions: new EndAllSessions(users, sessions, unitOfWork, clock),
});
