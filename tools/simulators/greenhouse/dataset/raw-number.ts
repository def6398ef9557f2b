declare global {
  interface JSON {
    /** Part of the language since ES2026; TypeScript does not know it yet. */
    rawJSON(text: string): object;
  }
}

/** A number that JSON writes digit by digit, however large it is. */
export const rawNumber = (digits: bigint | number): object => JSON.rawJSON(String(digits));
