import type { PortToken } from '@job-scope/kernel';
import {
  Inject,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type Provider,
  type ValueProvider,
} from '@nestjs/common';

/** One line of a composition root: which adapter stands behind a port. */
export type Binding = ValueProvider | FactoryProvider;

/** Puts an adapter, or a factory of it, behind a port. The compiler checks that it fits. */
export function bind<T extends object>(token: PortToken<T>, adapter: T | (() => T | Promise<T>)): Binding {
  return typeof adapter === 'function'
    ? { provide: token.key, useFactory: adapter as () => T | Promise<T> }
    : { provide: token.key, useValue: adapter };
}

/** Injects a port into a constructor of the framework's world. Use cases need none: see `provideUseCase`. */
export const InjectPort = (token: PortToken<unknown>): ParameterDecorator => Inject(token.key) as ParameterDecorator;

type TokensOf<Ports extends readonly unknown[]> = { readonly [I in keyof Ports]: PortToken<Ports[I]> };

/** Provides a plain class by its ports, in the order of its constructor. The compiler checks each of them. */
export const provideUseCase = <Ports extends readonly unknown[], T>(
  useCase: new (...ports: Ports) => T,
  ...tokens: TokensOf<Ports>
): Provider => ({
  provide: useCase,
  useFactory: (...ports: unknown[]) => new useCase(...(ports as unknown as Ports)),
  inject: tokens.map((token) => token.key),
});

/** Makes the bindings of a composition root known to every module of the app. */
@Module({})
export class PortsModule {
  static register(bindings: readonly Binding[]): DynamicModule {
    return {
      module: PortsModule,
      global: true,
      providers: [...bindings],
      exports: bindings.map(({ provide }) => provide),
    };
  }
}
