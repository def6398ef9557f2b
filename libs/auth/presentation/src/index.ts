import { AuthController } from './auth.controller';
import { JwksController } from './jwks.controller';

export * from './auth-command-line';
export { TokenCourier, TRANSPORT_SETTINGS } from './token-courier';

/** The controllers of the context. The app that uses them provides their use cases and the `TokenCourier`. */
export const authControllers = [AuthController, JwksController];
