import type { Draw } from './draw';

/**
 * Dice that remember nothing: a draw depends only on (seed, row, draw), so any vacancy can be made at any time,
 * in any order, without making the ones before it.
 */
export class Dice {
  private readonly base: number;

  constructor(seed: number, row: number) {
    this.base = scramble(scramble(seed ^ 0x9e3779b9) + row);
  }

  /** In [0, 1). */
  unit(draw: Draw): number {
    return this.bits(draw) / 0x1_0000_0000;
  }

  chance(draw: Draw, probability: number): boolean {
    return this.unit(draw) < probability;
  }

  /** An integer in [0, limit). */
  below(draw: Draw, limit: number): number {
    return Math.floor(this.unit(draw) * limit);
  }

  pick<T>(draw: Draw, list: readonly T[]): T {
    return list[this.below(draw, list.length)] as T;
  }

  /** `count` different elements, or all of them in some order if there are fewer. */
  pickSome<T>(draw: Draw, list: readonly T[], count: number): T[] {
    const left = [...list];
    const chosen: T[] = [];
    for (let bits = this.bits(draw); chosen.length < count && left.length > 0; bits = scramble(bits)) {
      chosen.push(...left.splice(bits % left.length, 1));
    }
    return chosen;
  }

  private bits(draw: Draw): number {
    return scramble(this.base + Math.imul(draw, 0x9e3779b1));
  }
}

/** The 32-bit finaliser "lowbias32" of Chris Wellons: every input bit flips about half of the output bits. */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
