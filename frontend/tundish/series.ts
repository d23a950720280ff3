/** Time series made readable: buckets wide enough to mean something, and the lines through them. Pure. */

export interface Cell {
  from: number;
  judged: number;
  counts: Record<string, number>;
}

export interface Wide extends Cell {
  /** Where the next one begins. */
  to: number;
  /** Fewer answers than it takes. */
  thin: boolean;
}

/** Joins neighbours, oldest first, until each holds enough answers; what is left over at the end stays thin. */
export function widen(cells: Cell[], enough: number, end: number): Wide[] {
  const wide: Wide[] = [];
  let open: Wide | null = null;
  for (const cell of [...cells].sort((a, b) => a.from - b.from)) {
    if (open === null) {
      open = { from: cell.from, to: end, judged: 0, counts: {}, thin: true };
      if (wide.length > 0) {
        wide[wide.length - 1]!.to = cell.from;
      }
      wide.push(open);
    }
    open.judged += cell.judged;
    for (const [k, n] of Object.entries(cell.counts)) {
      open.counts[k] = (open.counts[k] ?? 0) + n;
    }
    if (open.judged >= enough) {
      open.thin = false;
      open = null;
    }
  }
  return wide;
}

/** A step line: each value holds from its place to the next. */
export function steps(values: { x1: number; x2: number; y: number }[]): string {
  return values.map((v, i) => `${i === 0 ? 'M' : 'L'}${f(v.x1)},${f(v.y)} L${f(v.x2)},${f(v.y)}`).join(' ');
}

/** A plain line through evenly spaced values, scaled so that `top` touches the upper edge. */
export function line(values: number[], width: number, height: number, top: number): string {
  const dx = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((v, i) => `${i === 0 ? 'M' : 'L'}${f(i * dx)},${f(height - (top ? (v / top) * height : 0))}`).join(' ');
}

/** Sums of equally long groups: sixty minutes as twelve steps of five. */
export function grouped(values: number[], size: number): number[] {
  const sums: number[] = [];
  for (let i = 0; i < values.length; i += size) {
    sums.push(values.slice(i, i + size).reduce((a, b) => a + b, 0));
  }
  return sums;
}

function f(v: number): number {
  return Math.round(v * 100) / 100;
}
