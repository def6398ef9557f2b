import { GetProfile, GetPublishedKeys, LogIn, LogOut, RefreshSession } from '@job-scope/auth-application';
import {
  AUTH_UNIT_OF_WORK,
  KEY_RING_TIMES,
  PASSWORD_HASHER,
  REFRESH_TOKEN_READER,
  SESSION_LIMITS,
  SESSION_STORE,
  SESSION_TOKEN_ISSUER,
  SIGNING_KEY_READER,
  USER_READER,
} from '@job-scope/auth-ports';
import { authControllers, TokenCourier, TRANSPORT_SETTINGS } from '@job-scope/auth-presentation';
import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { AUTHENTICATOR, PortsModule, provideUseCase, type Binding } from '@job-scope/platform-nest';
import { Module, type DynamicModule } from '@nestjs/common';

/** The ports that must stand behind auth-service. */
export const AUTH_SERVICE_PORTS = [
  AUTHENTICATOR,
  AUTH_UNIT_OF_WORK,
  CLOCK,
  ID_GENERATOR,
  KEY_RING_TIMES,
  PASSWORD_HASHER,
  REFRESH_TOKEN_READER,
  SESSION_LIMITS,
  SESSION_STORE,
  SESSION_TOKEN_ISSUER,
  SIGNING_KEY_READER,
  TRANSPORT_SETTINGS,
  USER_READER,
] as const;

@Module({})
export class AppModule {
  static register(bindings: readonly Binding[]): DynamicModule {
    return {
      module: AppModule,
      imports: [PortsModule.register(bindings)],
      controllers: authControllers,
      providers: [
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
        provideUseCase(GetProfile, USER_READER),
        provideUseCase(GetPublishedKeys, SIGNING_KEY_READER, CLOCK, KEY_RING_TIMES),
      ],
    };
  }
}
