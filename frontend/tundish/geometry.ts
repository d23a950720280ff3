/**
 * Where everything in the funnel stands. Pure: numbers in, numbers out.
 *
 * All vessels share their top edge; their heights are linear in their leads. A vessel that would be lower than the floor is
 * drawn at the floor and says how much larger it is drawn than it is. Inside, a vessel is split from the top: moved on, open,
 * left, ran out of time.
 */

export interface Counts {
  leads: number;
  open: number | null;
  out: number | null;
  expired: number | null;
}

export type PartName = 'moved' | 'open' | 'left' | 'expired' | 'won' | 'column';

export interface Part {
  name: PartName;
  leads: number;
  /** From the vessel's top. */
  top: number;
  height: number;
}

export interface Vessel {
  x: number;
  width: number;
  height: number;
  parts: Part[];
  /** How many times larger than its share it is drawn; 1: true to scale. */
  magnified: number;
  empty: boolean;
}

export interface Stream {
  x1: number;
  x2: number;
  /** Its height where it leaves, and where it arrives. */
  from: number;
  to: number;
}

export interface Funnel {
  vessels: Vessel[];
  streams: Stream[];
}

export const FLOOR = 0.16;
export const SEAM = 2;
/** The least that something which exists may be drawn with, so that one lead can be seen. */
export const LEAST = 2;

/** Gap between vessels, as a share of their width. */
export function gapShare(stages: number): number {
  return stages > 5 ? 0.4 : 0.62;
}

export function funnel(rows: Counts[], width: number, height: number, mode: 'cohort' | 'activity'): Funnel {
  const n = rows.length;
  const gap = gapShare(n);
  const w = width / (n + (n - 1) * gap);
  const top = mode === 'cohort' ? (rows[0]?.leads ?? 0) : Math.max(0, ...rows.map((r) => r.leads));
  const vessels = rows.map((_, k) => vessel(rows, k, k * w * (1 + gap), w, height, top, mode));
  const streams: Stream[] = [];
  for (let k = 0; mode === 'cohort' && k + 1 < n; k++) {
    const a = vessels[k]!;
    const b = vessels[k + 1]!;
    const moved = a.parts.find((p) => p.name === 'moved');
    if (moved && !b.empty) {
      streams.push({ x1: a.x + a.width, x2: b.x, from: moved.height, to: b.height });
    } else {
      streams.push({ x1: a.x + a.width, x2: b.x, from: 0, to: 0 });
    }
  }
  return { vessels, streams };
}

function vessel(
  rows: Counts[],
  k: number,
  x: number,
  width: number,
  full: number,
  top: number,
  mode: 'cohort' | 'activity',
): Vessel {
  const row = rows[k]!;
  if (row.leads === 0) {
    const height = top === 0 ? full : full * FLOOR;
    return { x, width, height, parts: [], magnified: 1, empty: true };
  }
  const linear = (full * row.leads) / top;
  const height = Math.max(linear, full * FLOOR);
  return { x, width, height, parts: split(rows, k, height, mode), magnified: height / linear, empty: false };
}

function split(rows: Counts[], k: number, height: number, mode: 'cohort' | 'activity'): Part[] {
  const row = rows[k]!;
  if (mode === 'activity') {
    return [{ name: 'column', leads: row.leads, top: 0, height }];
  }
  if (k === rows.length - 1) {
    return [{ name: 'won', leads: row.leads, top: 0, height }];
  }
  const named: [PartName, number][] = [
    ['moved', rows[k + 1]!.leads],
    ['open', row.open ?? 0],
    ['left', row.out ?? 0],
    ['expired', row.expired ?? 0],
  ];
  const there = named.filter(([, leads]) => leads > 0);
  const heights = shares(
    there.map(([, leads]) => leads),
    height,
  );
  let at = 0;
  return there.map(([name, leads], i) => {
    const part = { name, leads, top: at, height: heights[i]! };
    at += part.height;
    return part;
  });
}

/** Another campaign's vessel beside ours. */
export interface Outline {
  height: number;
  /** It goes on beyond what can be drawn. */
  cut: boolean;
}

/**
 * How high the others' vessels are at the scale of ours: in each at the scale that ours is drawn with there. Null where
 * there is no number, or no scale.
 */
export function outlines(f: Funnel, rows: Counts[], theirs: (number | null)[], height: number, limit: number): (Outline | null)[] {
  const first = rows[0]?.leads ?? 0;
  return f.vessels.map((v, k) => {
    const their = theirs[k];
    if (their === null || their === undefined || their === 0 || first === 0) {
      return null;
    }
    const ours = rows[k]!.leads;
    const high = ours > 0 ? (v.height * their) / ours : Math.max((height * their) / first, height * FLOOR);
    return { height: Math.min(high, limit), cut: high > limit };
  });
}

/** The rim of an outline; without its far edge when it goes on. */
export function rim(x: number, y: number, w: number, h: number, cut: boolean, lying = false): string {
  if (!cut) {
    return lying ? block(x, y, h, w, 8, 8) : block(x, y, w, h, 10, 10);
  }
  const n = round;
  return lying
    ? `M${n(x + h)},${n(y)} L${n(x)},${n(y)} L${n(x)},${n(y + w)} L${n(x + h)},${n(y + w)}`
    : `M${n(x)},${n(y + h)} L${n(x)},${n(y)} L${n(x + w)},${n(y)} L${n(x + w)},${n(y + h)}`;
}

/** Divides a height in proportion, but gives each at least what can be seen; the largest one pays. */
export function shares(leads: number[], height: number): number[] {
  const sum = leads.reduce((a, b) => a + b, 0);
  if (sum === 0) {
    return leads.map(() => 0);
  }
  const least = LEAST + SEAM;
  const heights = leads.map((l) => Math.max((height * l) / sum, least));
  const over = heights.reduce((a, b) => a + b, 0) - height;
  const largest = heights.indexOf(Math.max(...heights));
  heights[largest] = Math.max(least, heights[largest]! - over);
  return heights;
}

/** A rectangle with its own radius at the top and at the bottom. */
export function block(x: number, y: number, w: number, h: number, top: number, bottom: number): string {
  const t = Math.min(top, h / 2, w / 2);
  const b = Math.min(bottom, h / 2, w / 2);
  const n = round;
  return (
    `M${n(x)},${n(y + t)} Q${n(x)},${n(y)} ${n(x + t)},${n(y)} L${n(x + w - t)},${n(y)} ` +
    `Q${n(x + w)},${n(y)} ${n(x + w)},${n(y + t)} L${n(x + w)},${n(y + h - b)} ` +
    `Q${n(x + w)},${n(y + h)} ${n(x + w - b)},${n(y + h)} L${n(x + b)},${n(y + h)} ` +
    `Q${n(x)},${n(y + h)} ${n(x)},${n(y + h - b)} Z`
  );
}

/** The water in a gap: straight when both sides are equally high, else flaring along a cubic curve. */
export function water(s: Stream, top: number): string {
  const m = (s.x1 + s.x2) / 2;
  const n = round;
  return (
    `M${n(s.x1)},${n(top)} L${n(s.x2)},${n(top)} L${n(s.x2)},${n(top + s.to)} ` +
    `C${n(m)},${n(top + s.to)} ${n(m)},${n(top + s.from)} ${n(s.x1)},${n(top + s.from)} Z`
  );
}

/** How deep the water is at a place in the gap, 0 at its start and 1 at its end. */
export function depth(s: Stream, place: number): number {
  const ease = place * place * (3 - 2 * place);
  return s.from + (s.to - s.from) * ease;
}

function round(v: number): number {
  return Math.round(v * 100) / 100;
}
