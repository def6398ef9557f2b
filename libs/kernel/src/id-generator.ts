import { portToken } from './port-token';

/** Makes identifiers: UUIDv7 (RFC 9562 §5.7), so that keys made later sort later. */
export interface IdGenerator {
  next(): string;
}

export const ID_GENERATOR = portToken<IdGenerator>('kernel/IdGenerator');
