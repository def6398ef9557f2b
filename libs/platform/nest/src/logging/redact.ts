const REDACTED = '[redacted]';

/** Names whose values are never written, wherever they stand in a word: `set-cookie`, `refreshToken`, `DATABASE_URL`. */
const SECRET_NAME =
  /authorization|cookie|passw|secret|token|credential|private.?key|api.?key|encryption.?key|(database|redis|elasticsearch).?url/i;

/** Secrets inside of texts: the password of a URL, bearer tokens, JSON web tokens. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(:\/\/[^\s:/@]*:)[^\s/@]+@/g, `$1${REDACTED}@`],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, REDACTED],
];

/** A mark that each of them has. Nearly all texts have none, and one look is cheaper than three. */
const SUSPECT = /:\/\/|bearer|basic|eyJ/i;

const MAX_DEPTH = 6;

/** A copy of a log value that carries no secret: by the names of its fields, and by the form of its texts. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, SECRET_NAME.test(name) ? REDACTED : redact(field, depth + 1)]),
  );
}

export const redactText = (text: string): string =>
  SUSPECT.test(text)
    ? SECRET_TEXTS.reduce((result, [pattern, replacement]) => result.replaceAll(pattern, replacement), text)
    : text;
