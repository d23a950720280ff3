/** What the server sends: one picture of a campaign, the same for everybody who looks at the same range. */

export interface StageRow {
  key: string;
  label: string;
  short: string;
  leads: number;
  /** Share of the stage before; null for the first, and when there is nothing to divide by. */
  ofPrevious: number | null;
  ofFirst: number | null;
  /** Null when the picture says what happened: then nobody waits or leaves. */
  open: number | null;
  out: number | null;
  expired: number | null;
  /** Seconds from the stage before, median and the time within which nine of ten came. */
  median: number | null;
  ninety: number | null;
}

export interface ReasonRow {
  slug: string;
  label: string;
  family: Family;
  leads: number;
  /** Of those who were answered. */
  share: number;
}

export type Family = 'fit' | 'budget' | 'interest' | 'message' | 'contact' | 'other';

export interface AnswerCell {
  /** Milliseconds since the epoch. */
  from: number;
  good: number;
  bad: number;
  reasons: Record<string, number>;
}

export interface Answers {
  judged: number;
  good: number;
  bad: number;
  handedOver: number | null;
  answered: number | null;
  reasons: ReasonRow[];
  goodReasons: ReasonRow[];
  series: AnswerCell[];
}

export interface NewEvent {
  /** The version that brought it, to tell which ones are new since the picture before. */
  version: number;
  at: number;
  words: string;
  tone: 'flow' | 'won' | 'left' | 'said' | 'other';
  lead: string;
  source: string | null;
  /** It happened more than ten minutes before it came in: it moves numbers, but nothing else. */
  late: boolean;
  value: { currency: string; amount: string } | null;
}

export interface Picture {
  key: string;
  name: string;
  zone: string;
  channel: string | null;
  launchedAt: number | null;
  mode: 'cohort' | 'activity';
  range: 'all' | 'today' | 'hour' | 'week';
  /** Seconds that each lead is given to move on; null when the counts know no such limit. */
  allowed: number | null;
  version: number;
  stages: StageRow[];
  left: { label: string; leads: number }[];
  value: { currency: string; amount: string }[];
  answers: Answers;
  /** Leads at each stage in the last sixty minutes, oldest first: [minute][stage]. */
  perMinute: number[][];
  newest: NewEvent[];
  lastLeadAt: number | null;
}
