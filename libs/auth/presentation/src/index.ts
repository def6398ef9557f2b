import { AuditController } from './audit.controller';
import { AuthController } from './auth.controller';
import { JwksController } from './jwks.controller';
import { PasswordController } from './password.controller';
import { ProfileController } from './profile.controller';
import { RegistrationController } from './registration.controller';
import { SessionsController } from './sessions.controller';
import { UserSessionsController } from './user-sessions.controller';
import { UsersController } from './users.controller';

export * from './auth-command-line';
export * from './outbox-relay';
export { TokenCourier, TRANSPORT_SETTINGS } from './token-courier';

/** The controllers of the context. The app that uses them provides their use cases and the `TokenCourier`. */
export const authControllers = [
  AuthController,
  RegistrationController,
  ProfileController,
  PasswordController,
  SessionsController,
  UsersController,
  UserSessionsController,
  JwksController,
  AuditController,
];
