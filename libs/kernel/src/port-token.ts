/** Names a port for dependency injection and carries the port's type, without knowing any framework. */
export interface PortToken<T> {
  readonly key: symbol;
  readonly name: string;
  /** Never set: only carries `T` for the type checker. */
  readonly __port?: T;
}

/** `name` is `<context>/<Port>`; two calls with one name give the same key. */
export const portToken = <T>(name: string): PortToken<T> => ({ key: Symbol.for(`job-scope/${name}`), name });
