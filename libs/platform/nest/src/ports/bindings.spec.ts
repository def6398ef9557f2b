import { portToken } from '@job-scope/kernel';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { bind, InjectPort, PortsModule, provideUseCase } from './bindings';

interface Greeter {
  greet(name: string): string;
}
interface Counter {
  count(): number;
}
const GREETER = portToken<Greeter>('test/Greeter');
const COUNTER = portToken<Counter>('test/Counter');

class Welcome {
  constructor(
    private readonly greeter: Greeter,
    private readonly counter: Counter,
  ) {}

  execute(name: string): string {
    return `${this.greeter.greet(name)} ${this.counter.count()}`;
  }
}

@Injectable()
class Desk {
  constructor(@InjectPort(GREETER) readonly greeter: Greeter) {}
}

@Module({ providers: [provideUseCase(Welcome, GREETER, COUNTER), Desk], exports: [Welcome, Desk] })
class FeatureModule {}

const compile = () =>
  Test.createTestingModule({
    imports: [
      PortsModule.register([
        bind(GREETER, { greet: (name) => `hello ${name}` }),
        bind(COUNTER, async () => ({ count: () => 1 })),
      ]),
      FeatureModule,
    ],
  }).compile();

describe('bindings', () => {
  it('hand a plain class its ports, made of values and of factories', async () => {
    const module = await compile();
    expect(module.get(Welcome, { strict: false }).execute('you')).toBe('hello you 1');
  });

  it('are injected into the classes of the framework', async () => {
    const module = await compile();
    expect(module.get(Desk, { strict: false }).greeter.greet('me')).toBe('hello me');
  });

  it('are checked by the compiler', () => {
    // @ts-expect-error a Counter is no Greeter
    bind(GREETER, { count: () => 1 });
    // @ts-expect-error the constructor takes the greeter first
    provideUseCase(Welcome, COUNTER, GREETER);
    // @ts-expect-error the second port is missing
    provideUseCase(Welcome, GREETER);
  });
});
