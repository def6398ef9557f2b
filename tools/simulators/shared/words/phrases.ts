import { normalise } from './normalise';

const REMEMBERED = 50_000;

/** Normalises phrases. Vacancies share most of theirs, so each is done once. */
export class Phrases {
  private readonly known = new Map<string, string>();

  normalised(phrase: string): string {
    const known = this.known.get(phrase);
    if (known !== undefined) return known;
    if (this.known.size >= REMEMBERED) this.known.clear();
    const normal = normalise(phrase);
    this.known.set(phrase, normal);
    return normal;
  }
}
