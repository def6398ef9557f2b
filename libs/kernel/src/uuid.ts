const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Of any version, in either case (RFC 9562). What PostgreSQL is asked for as a `uuid` must be one. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
