/** What `bigint` and `numeric` come as is text. */
export const numberOrNull = (value: string | null): number | null => (value === null ? null : Number(value));
