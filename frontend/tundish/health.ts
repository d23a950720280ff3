import { EARLY, count } from './words';

/** What can be said of a campaign at a glance. Pure. */
export interface Health {
  word: string;
  glyph: string;
  tone: 'early' | 'none';
  /** Why, in words. */
  why: string;
}

/**
 * Under thirty leads it is too early to say anything; above, nothing is said without something to compare with: never
 * that it is healthy.
 */
export function health(leads: number): Health {
  return leads < EARLY
    ? { word: 'Too early', glyph: '○', tone: 'early', why: leads === 0 ? 'no lead yet' : `${count(leads)} ${leads === 1 ? 'lead' : 'leads'}` }
    : { word: 'No yardstick', glyph: '◌', tone: 'none', why: 'no comparison yet' };
}

export interface Pace {
  /** Share of the goal that is reached, at most 1. */
  done: number;
  /** Share of the time that is over; null when no end is known. */
  due: number | null;
  words: string;
}

/** How far a goal is, against the time that has passed when its end is known. */
export function pace(goal: { reached: number; wanted: number; endsAt: number | null }, launchedAt: number | null, now: number): Pace {
  const share = goal.reached / goal.wanted;
  const done = Math.min(1, share);
  if (goal.endsAt === null || launchedAt === null || goal.endsAt <= launchedAt) {
    return { done, due: null, words: `${whole(share)} of goal` };
  }
  const due = Math.min(1, Math.max(0, (now - launchedAt) / (goal.endsAt - launchedAt)));
  return { done, due, words: due < 0.02 || due === 1 ? `${whole(share)} of goal` : `${whole(share / due)} of plan` };
}

/** Needs attention first: those with the most new leads lately, then the largest, then by name. */
export function order<T extends { key: string; lastHour: number[]; stages: { leads: number }[] }>(rows: T[]): T[] {
  const lately = (r: T): number => r.lastHour.reduce((a, b) => a + b, 0);
  return [...rows].sort(
    (a, b) =>
      Math.sign(lately(b)) - Math.sign(lately(a)) ||
      (b.stages[0]?.leads ?? 0) - (a.stages[0]?.leads ?? 0) ||
      (a.key < b.key ? -1 : 1),
  );
}

function whole(share: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
