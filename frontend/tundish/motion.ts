/** Which dots set off when one picture follows another. Pure. */

export interface Tick {
  /** Leads at each stage. */
  leads: number[];
  /** Leads that left, by stage. */
  out: number[];
}

export interface Wave {
  /** Dots through the gap before stage k; the first ones fall into the first vessel. */
  into: number[];
  /** Dots that drop out of the bottom of stage k. */
  out: number[];
  /** How many leads a dot stands for: 1 or 10. */
  each: number;
}

/**
 * How many leads came to each stage just now: what was counted anew in minutes that both pictures know, or that are newer.
 * What comes in late moves numbers, but is not among these.
 */
export function fresh(before: Recent, after: Recent): number[] {
  const stages = after.counts[0]?.length ?? 0;
  const sums = new Array<number>(stages).fill(0);
  after.counts.forEach((counts, n) => {
    const minute = after.from + n;
    if (minute < before.from) {
      return;
    }
    const known = before.counts[minute - before.from];
    counts.forEach((leads, k) => (sums[k]! += leads - (known?.[k] ?? 0)));
  });
  return sums.map((n) => Math.max(0, n));
}

export interface Recent {
  /** The number of the first minute. */
  from: number;
  /** [minute][stage] */
  counts: number[][];
}

export const ALIVE = 60;
export const CROWD = 5;

/** Remembers how many leads moved lately, and what is left over when a dot stands for ten. */
export class Waves {
  private recent: { at: number; n: number }[] = [];
  private restInto: number[] = [];
  private restOut: number[] = [];

  reset(): void {
    this.recent = [];
    this.restInto = [];
    this.restOut = [];
  }

  next(before: Tick, after: Tick, now: number): Wave {
    const into = after.leads.map((n, k) => Math.max(0, n - (before.leads[k] ?? 0)));
    const out = after.out.map((n, k) => Math.max(0, n - (before.out[k] ?? 0)));
    const moved = sum(into) + sum(out);
    this.recent = this.recent.filter((r) => now - r.at < 4000);
    this.recent.push({ at: now, n: moved });
    const each = sum(this.recent.map((r) => r.n)) / 4 > CROWD ? 10 : 1;
    return {
      into: into.map((n, k) => this.thin(this.restInto, k, n, each)),
      out: out.map((n, k) => this.thin(this.restOut, k, n, each)),
      each,
    };
  }

  private thin(rest: number[], k: number, n: number, each: number): number {
    const all = n + (each === 1 ? 0 : (rest[k] ?? 0));
    rest[k] = all % each;
    return Math.floor(all / each);
  }
}

export function easeInOut(t: number): number {
  return t < 0.5 ? 2 * t * t : 1 - (-2 * t + 2) ** 2 / 2;
}

function sum(ns: number[]): number {
  return ns.reduce((a, b) => a + b, 0);
}
