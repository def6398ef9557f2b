/** The filterable facts of vacancies, a column each. Codes are positions in a directory or dictionary; see `NONE`. */
const LAYOUT = {
  /** Seconds since the epoch. */
  publishedAt: Uint32Array,
  area: Uint16Array,
  employer: Uint16Array,
  role: Uint8Array,
  secondRole: Uint8Array,
  experience: Uint8Array,
  employment: Uint8Array,
  employmentForm: Uint8Array,
  schedule: Uint8Array,
  workFormat: Uint8Array,
  /** Bits by position in the dictionary vacancy_label. */
  labels: Uint8Array,
  /** Bits by position in PART_TIME_OPTIONS. */
  partTime: Uint8Array,
  /** Bounds in rubles; an open bound repeats the other one, 0 in both means that no salary is given. */
  salaryLow: Uint32Array,
  salaryHigh: Uint32Array,
} as const;

export type ColumnName = keyof typeof LAYOUT;
export type ColumnValues = Record<ColumnName, number>;
type ColumnArray = Uint32Array | Uint16Array | Uint8Array;

const NAMES = Object.keys(LAYOUT) as ColumnName[];

/** The code for "not given" in 8-bit and in 16-bit columns. */
export const NONE = 0xff;
export const NO_EMPLOYER = 0xffff;

/** What `part_time` accepts, in the order of its bits. */
export const PART_TIME_OPTIONS = [
  'only_saturday_and_sunday',
  'from_four_to_six_hours_in_a_day',
  'start_after_sixteen',
  'accept_temporary',
  'part',
  'project',
] as const;

/** A table of vacancies: a few bytes per row however rich the vacancies are. Grows like a vector. */
export class Columns {
  private arrays: Record<ColumnName, ColumnArray>;
  private rows = 0;

  constructor(private capacity: number) {
    this.arrays = allocate(capacity);
  }

  get length(): number {
    return this.rows;
  }

  /** Live view of one column; do not keep it across `append`. */
  column(name: ColumnName): ColumnArray {
    return this.arrays[name];
  }

  append(values: ColumnValues): void {
    if (this.rows === this.capacity) this.grow();
    for (const name of NAMES) this.arrays[name][this.rows] = values[name];
    this.rows += 1;
  }

  private grow(): void {
    this.capacity = this.capacity * 2 + 16;
    const wider = allocate(this.capacity);
    for (const name of NAMES) wider[name].set(this.arrays[name]);
    this.arrays = wider;
  }

  static readonly bytesPerRow = NAMES.reduce((sum, name) => sum + LAYOUT[name].BYTES_PER_ELEMENT, 0);
}

function allocate(capacity: number): Record<ColumnName, ColumnArray> {
  return Object.fromEntries(NAMES.map((name) => [name, new LAYOUT[name](capacity)])) as Record<ColumnName, ColumnArray>;
}
