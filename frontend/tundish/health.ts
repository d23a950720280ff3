import type { Row, State, Why, Word } from './overview-rows';
import { count, EARLY, leads, numbers, percent, span } from './words';

/** How a campaign's health is said. Pure. */

export interface Said {
  word: string;
  glyph: string;
  tone: 'off' | 'watch' | 'on' | 'early' | 'none';
}

const WORDS: Record<Word, Said> = {
  off_track: { word: 'Off track', glyph: '▼', tone: 'off' },
  quiet: { word: 'Quiet', glyph: '◌', tone: 'early' },
  watch: { word: 'Watch', glyph: '▲', tone: 'watch' },
  too_early: { word: 'Too early', glyph: '○', tone: 'early' },
  no_yardstick: { word: 'No yardstick', glyph: '–', tone: 'none' },
  on_track: { word: 'On track', glyph: '●', tone: 'on' },
};

const STATES: Record<State, Said> = {
  planned: { word: 'Planned', glyph: '–', tone: 'none' },
  live: { word: 'Looking …', glyph: '–', tone: 'none' },
  ended: { word: 'Ended', glyph: '–', tone: 'none' },
  archived: { word: 'Archived', glyph: '–', tone: 'none' },
};

/** The word; of a campaign of which nothing is expected, where it is in its life. */
export function health(row: Row): Said {
  const word = row.standing.word;
  return word === null || row.about.state === 'archived' ? STATES[row.about.state] : WORDS[word];
}

/** Why, in a sentence; null for what is on track. */
export function why(row: Row, locale?: string): string | null {
  const w = row.standing.why;
  if (w !== null) {
    return because(w, row, locale);
  }
  return row.standing.word === 'no_yardstick' ? 'No target and no earlier campaign to hold it against.' : null;
}

function because(w: Why, row: Row, locale?: string): string {
  const label = (stage: number): string => row.about.labels[stage] ?? '';
  switch (w.kind) {
    case 'target':
      return `${label(w.stage)}: ${count(w.leads, locale)}, where ${count(Math.round(w.due), locale)} of ${count(w.wanted, locale)} were due by now.`;
    case 'rate':
      return `${label(w.from)} → ${label(w.stage)} ${percent(w.moved / w.of, locale)} of those who had all their time, the targets say ${percent(w.wanted, locale)}.`;
    case 'predecessor':
      return `${label(w.from)} → ${label(w.stage)} ${percent(w.moved / w.of, locale)}, ${row.about.predecessor ?? 'the one before'} had ${percent(w.otherMoved / w.otherOf, locale)} at this age.`;
    case 'quiet':
      return quiet(w);
    case 'early':
      return w.stage === 0 ? `${w.leads === 0 ? 'No lead' : leads(w.leads)} so far.` : `${count(w.leads, locale)} at ${label(w.stage)} so far, ${EARLY} are needed.`;
  }
}

function quiet(w: Why & { kind: 'quiet' }): string {
  if (w.since === null || w.usual === null) {
    return 'No lead for over four weeks.';
  }
  const lasted = span(w.minutes * 60);
  const usual = span(Math.max(1, w.usual) * 60);
  return w.working
    ? `No lead for ${lasted} of working time; 99 of 100 gaps are ${usual} or less.`
    : `No lead for ${lasted}; at this weekday and hour 99 of 100 gaps are ${usual} or less.`;
}

export interface Pace {
  /** Share of the goal that is reached, at most 1. */
  done: number;
  /** Share that should be there by now; null when nothing can be said. */
  due: number | null;
  words: string;
}

/** How far a goal is, beside how far it should be. Of next to nothing there is no share. */
export function pace(reached: number, goal: { wanted: number; due: number | null }, locale?: string): Pace {
  const share = reached / goal.wanted;
  const done = Math.min(1, share);
  const early = goal.due === null || goal.due * goal.wanted < 1;
  return {
    done,
    due: goal.due,
    words: early || goal.due === 1 ? `${whole(share, locale)} of goal` : `${whole(share / goal.due!, locale)} of plan`,
  };
}

function whole(share: number, locale?: string): string {
  return numbers(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
