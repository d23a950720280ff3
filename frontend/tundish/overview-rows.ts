/** The overview's rows: what the server tells of them, which are looked at, and in which order. Pure. */

import type { Family } from './picture';

export type State = 'planned' | 'live' | 'ended' | 'archived';
export type Word = 'off_track' | 'quiet' | 'watch' | 'too_early' | 'no_yardstick' | 'on_track';

/** Why a health is what it is, as data. */
export type Why =
  | { kind: 'target'; stage: number; leads: number; due: number; wanted: number }
  | { kind: 'rate'; from: number; stage: number; moved: number; of: number; wanted: number }
  | { kind: 'predecessor'; from: number; stage: number; moved: number; of: number; otherMoved: number; otherOf: number }
  | { kind: 'quiet'; since: number | null; minutes: number; usual: number | null; working: boolean }
  | { kind: 'early'; stage: number; leads: number };

export interface About {
  name: string;
  state: State;
  channel: string | null;
  owner: string | null;
  tags: string[];
  launchedAt: number | null;
  endsAt: number | null;
  /** Of the stages. */
  labels: string[];
  handover: boolean;
  predecessor: string | null;
}

export interface Counts {
  leads: number[];
  open: number[];
  out: number[];
  /** New leads in steps of three minutes, oldest first. */
  lastHour: number[];
  /** What a lead at a stage has cost. */
  cost: { amount: string; currency: string; stage: string } | null;
  reason: { label: string; family: Family; share: number } | null;
  judged: number;
  handedOver: number | null;
  answered: number | null;
  waiting: number;
}

export interface Standing {
  /** Null: not known yet, or nothing is expected of it. */
  word: Word | null;
  why: Why | null;
  goal: { stage: number; wanted: number; due: number | null } | null;
  waitingSince: number | null;
}

export interface Row {
  key: string;
  about: About;
  counts: Counts;
  standing: Standing;
}

export interface News {
  /** One more than that of the news before. */
  number: number;
  /** Nothing of what was told before holds. */
  whole: boolean;
  /** Of each row the parts that changed. */
  rows: (Partial<Row> & { key: string })[];
  gone: string[];
  /** How many campaigns there are in all. */
  states: Partial<Record<State, number>>;
}

/** What was told so far. A row in which nothing changed is the same object as before. */
export class Told {
  rows = new Map<string, Row>();
  states: Partial<Record<State, number>> = {};
  private number = 0;

  /** Takes the next news; false: some are missing, and the whole has to be asked for. */
  take(news: News): boolean {
    if (news.whole) {
      this.rows.clear();
    } else if (news.number !== this.number + 1) {
      return false;
    }
    this.number = news.number;
    this.states = news.states;
    news.gone.forEach((key) => this.rows.delete(key));
    news.rows.forEach((part) => this.rows.set(part.key, { ...this.rows.get(part.key), ...part } as Row));
    return true;
  }
}

export interface Look {
  state: State | 'all';
  mine: boolean;
  /** A campaign must have all of them. */
  tags: string[];
  text: string;
}

export const USUAL: Look = { state: 'live', mine: false, tags: [], text: '' };

/** Whether a row is among those that are looked at. The server sends only those of the wanted state. */
export function fits(row: Row, look: Look, me: string): boolean {
  const a = row.about;
  if (look.state !== 'all' && a.state !== look.state) {
    return false;
  }
  if (look.mine && a.owner?.toLowerCase() !== me.toLowerCase()) {
    return false;
  }
  if (!look.tags.every((tag) => a.tags.includes(tag))) {
    return false;
  }
  const told = [row.key, a.name, a.channel ?? '', a.owner ?? '', ...a.tags].join('\n').toLowerCase();
  return look.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word));
}

/** The tags of these rows, the most frequent first, with how many have them. */
export function tagsOf(rows: Row[]): [string, number][] {
  const counts = new Map<string, number>();
  rows.forEach((row) => row.about.tags.forEach((tag) => counts.set(tag, (counts.get(tag) ?? 0) + 1)));
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

const URGENCY: Word[] = ['off_track', 'quiet', 'watch', 'too_early', 'no_yardstick', 'on_track'];

/** Whether somebody should look at it now. */
export function needs(row: Row): boolean {
  return row.standing.word === 'off_track' || row.standing.word === 'quiet';
}

/**
 * Needs attention first; among equals those whose leads have waited longest for sales by whole days, then those with the
 * most new leads lately, then the largest, then by key. Those that have not begun, have ended or were put away come after.
 */
export function order(rows: Row[], now: number): Row[] {
  const rank = (r: Row): number => {
    const state = r.about.state === 'live' ? 0 : r.about.state === 'planned' ? 10 : r.about.state === 'ended' ? 20 : 30;
    return state + (r.standing.word === null ? URGENCY.length : URGENCY.indexOf(r.standing.word));
  };
  const waited = (r: Row): number => (r.standing.waitingSince === null ? 0 : Math.floor((now - r.standing.waitingSince) / 86_400_000));
  const lately = (r: Row): number => r.counts.lastHour.reduce((a, b) => a + b, 0);
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      waited(b) - waited(a) ||
      lately(b) - lately(a) ||
      (b.counts.leads[0] ?? 0) - (a.counts.leads[0] ?? 0) ||
      (a.key < b.key ? -1 : 1),
  );
}
