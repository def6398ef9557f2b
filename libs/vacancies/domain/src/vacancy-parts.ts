/** A dictionary entry of the source: its identifier, which is stable, and a name, which is for people. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/** Who hires. Of the three last, null means that the source does not say. */
export interface Employer {
  /** Null for an anonymous vacancy. */
  readonly id: string | null;
  readonly name: string;
  /** Its page at the source. */
  readonly url: string | null;
  /** Whether the source vouches for it. */
  readonly trusted: boolean | null;
  /** Whether it is on the state's list of IT companies. */
  readonly accreditedIt: boolean | null;
}

/** A place on the globe, WGS 84, in degrees. */
export interface GeoPoint {
  readonly lat: number;
  readonly lng: number;
}

export interface MetroStation {
  readonly id: string;
  readonly name: string;
  readonly line: Reference;
  readonly point: GeoPoint | null;
}

/** Where the work is done, as far as the source says. */
export interface Address {
  readonly city: string | null;
  readonly street: string | null;
  readonly building: string | null;
  /** How to find it, in the words of the employer. */
  readonly description: string | null;
  /** The whole in one line, as people write it. */
  readonly text: string | null;
  readonly point: GeoPoint | null;
  readonly metro: readonly MetroStation[];
}

/** The full text in two forms: for pages (sanitised at the edge, safe to render) and for searching and comparing. */
export interface Description {
  readonly html: string;
  readonly text: string;
}

/** What some sources tell only when they are asked for one vacancy. */
export interface VacancyDetails {
  readonly description: Description | null;
  readonly keySkills: readonly string[];
  /** When it was first published, however often it was raised since. */
  readonly createdAt: Date | null;
}
