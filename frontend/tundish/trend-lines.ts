import type { Beside } from './picture';

/** A stage's numbers over time as the corners of a step line. Pure. */

export type Corner = [at: number, leads: number];

/**
 * Buckets in which nothing happened are left out of a trend: there the line runs along the ground. A bucket of a day may
 * be 23 or 25 hours long, so that it ends where the next one begins, when that is near.
 */
export function corners(trend: Beside['trend'], k: number, width: number, from: number, to: number): Corner[] {
  const line: Corner[] = [];
  const push = (at: number, n: number): void => {
    line.push([Math.min(Math.max(at, from), to), n]);
  };
  let end = from;
  for (const cell of trend) {
    if (cell.from > end + width / 2) {
      push(end, 0);
      push(cell.from, 0);
    }
    push(cell.from, cell.leads[k] ?? 0);
    const next = trend[trend.indexOf(cell) + 1];
    end = next && next.from < cell.from + width * 1.5 ? next.from : cell.from + width;
    push(end, cell.leads[k] ?? 0);
  }
  if (end < to - width / 2 || trend.length === 0) {
    push(end, 0);
    push(to, 0);
  }
  return line;
}

/** A round number that the largest value fits under. */
export function ceiling(largest: number): number {
  if (largest <= 4) {
    return Math.max(1, largest);
  }
  const size = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((s) => s * size >= largest)!;
  return step * size;
}
