/** One field of an item is not what it must be. */
export class ItemFault extends Error {
  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
  }
}

const MAX_TEXT = 10_000;
const MAX_ID = 64;
const DIGITS = /^\d{1,64}$/;

/**
 * Reads one object of a payload, field by field, and throws an `ItemFault` with the full path of the first that cannot be
 * read. Fields that nobody asks for are never looked at: the source adds some without notice.
 */
export class ItemReader {
  private constructor(
    private readonly node: Readonly<Record<string, unknown>>,
    private readonly path: string,
  ) {}

  static of(value: unknown, path = ''): ItemReader {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ItemFault(path.slice(0, -1) || 'the item', `must be an object, is ${describe(value)}`);
    }
    return new ItemReader(value as Record<string, unknown>, path);
  }

  /** A text with something in it. */
  text(key: string): string {
    return this.optionalText(key) ?? this.fail(key, 'must be a text');
  }

  /** Null for an absent and for an empty text. */
  optionalText(key: string, maxLength = MAX_TEXT): string | null {
    const value = this.node[key];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') return this.fail(key, 'must be a text');
    if (value.length > maxLength) throw new ItemFault(this.path + key, `is longer than ${maxLength} characters`);
    return value;
  }

  /** An identifier of the source; they are texts, whatever they look like. */
  id(key: string): string {
    return this.optionalId(key) ?? this.fail(key, 'must be an identifier');
  }

  optionalId(key: string): string | null {
    const value = this.node[key];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || value === '' || value.length > MAX_ID) {
      return this.fail(key, `must be an identifier of 1 to ${MAX_ID} characters`);
    }
    return value;
  }

  /** An identifier that the source writes as a number; one too large for a number has been read as the text of its digits. */
  digits(key: string): string {
    return this.optionalDigits(key) ?? this.fail(key, 'must be a whole number');
  }

  optionalDigits(key: string): string | null {
    const value = this.node[key];
    if (value === undefined || value === null) return null;
    const text = Number.isSafeInteger(value) || typeof value === 'string' ? String(value) : '';
    return DIGITS.test(text) ? text : this.fail(key, 'must be a whole number');
  }

  /** A link for people; anything but http and https could run in their browser. */
  optionalLink(key: string): string | null {
    const value = this.optionalText(key);
    return value === null || /^https?:\/\//i.test(value) ? value : this.fail(key, 'must be an http or https link');
  }

  optionalNumber(key: string): number | null {
    const value = this.node[key];
    if (value === undefined || value === null) return null;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fail(key, 'must be a number');
  }

  /** The API's own documents show booleans as texts in places. */
  optionalFlag(key: string): boolean | null {
    const value = this.node[key];
    if (value === undefined || value === null) return null;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    return this.fail(key, 'must be true or false');
  }

  optionalObject(key: string): ItemReader | null {
    const value = this.node[key];
    return value === undefined || value === null ? null : ItemReader.of(value, `${this.path}${key}.`);
  }

  /** An absent list is an empty one. */
  objects(key: string): readonly ItemReader[] {
    const value = this.node[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return this.fail(key, 'must be a list');
    return value.map((entry, index) => ItemReader.of(entry, `${this.path}${key}[${index}].`));
  }

  /** An absent list is an empty one. */
  texts(key: string): readonly string[] {
    const value = this.node[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || !value.every(isShortText)) return this.fail(key, 'must be a list of texts');
    return value;
  }

  fail(key: string, problem: string): never {
    throw new ItemFault(this.path + key, `${problem}, is ${describe(this.node[key])}`);
  }
}

const isShortText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;

const MAX_SHOWN = 60;

const describe = (value: unknown): string => {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
};
