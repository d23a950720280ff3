/** What the server sends: one picture of a campaign, the same for everybody who looks at the same. */
import type { Change } from './marks';

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
  /** Said in so many words, and concluded from why sales let the lead go. */
  stated: number;
  implied: number;
  good: number;
  bad: number;
  handedOver: number | null;
  answered: number | null;
  reasons: ReasonRow[];
  goodReasons: ReasonRow[];
}

export interface NewEvent {
  /** The version that brought it, to tell which ones are new since the picture before. */
  version: number;
  at: number;
  words: string;
  tone: 'flow' | 'won' | 'left' | 'said' | 'other';
  /** Who it is; null for those who may not see it. */
  lead: string | null;
  /** The lead's number, for the address of its page. */
  number: number | null;
  source: string | null;
  /** It happened more than ten minutes before it came in: it moves numbers, but nothing else. */
  late: boolean;
  value: { currency: string; amount: string } | null;
}

/** What a difference is worth. */
export type Verdict = 'too_early' | 'above' | 'below' | 'leaning_above' | 'leaning_below' | 'no_difference';

export interface Difference {
  /** A share: 0.04 is four points. */
  points: number | null;
  low: number | null;
  high: number | null;
  word: Verdict;
}

/** What the numbers are compared with. */
export interface Against {
  kind: 'previous' | 'target' | 'campaign';
  /** As the address says it. */
  code: string;
  name: string;
  /** Why nothing can be compared; null: it can. */
  why: string | null;
  /** The other side's zone, where its time begins, and the moment at which it is counted. */
  zone: string | null;
  from: number | null;
  until: number | null;
  /** The other side has not reached our age yet. */
  younger: boolean;
  /** Empty when nothing can. */
  stages: {
    leads: number | null;
    ofPrevious: number | null;
    difference: Difference | null;
    /** The address of the leads behind the other number. */
    leadsAt: string | null;
  }[];
}

export interface Picture {
  key: string;
  name: string;
  zone: string;
  channel: string | null;
  launchedAt: number | null;
  mode: 'cohort' | 'activity';
  range: 'all' | 'today' | 'hour' | 'week' | 'between';
  /** What the range means now; null: no bound. Milliseconds since the epoch. */
  from: number | null;
  to: number | null;
  /** The address's parameters that led here, with their question mark. */
  query: string;
  /** Seconds that each lead is given to move on; null when the counts know no such limit. */
  allowed: number | null;
  /** Seconds that the campaign usually gives. */
  usuallyAllowed: number;
  /** Which leads: for each attribute one of its values; the empty one stands for leads without it. */
  filter: { key: string; value: string }[];
  /** False while the first exact counts are still on their way: then the time allowed is not yet kept to. */
  exact: boolean;
  /** False while the times between stages are still on their way. */
  timed: boolean;
  version: number;
  stages: StageRow[];
  left: { slug: string; label: string; leads: number }[];
  value: { currency: string; amount: string }[];
  answers: Answers;
  newest: NewEvent[];
  /** Leads at each stage in each of the last minutes, [minute][stage], and the number of the first of these minutes. */
  recent: number[][];
  recentFrom: number;
  lastLeadAt: number | null;
  against: Against | null;
  /** Whether this reader may see the leads behind the numbers. Set by the page. */
  links: boolean;
}

export interface BridgeRow {
  cohort: number;
  after: number;
  earlier: number;
  late: number;
  activity: number;
}

/** What follows the picture at a slower pace. */
export interface Beside {
  /** The campaign and the view that it belongs to. */
  key: string;
  query: string;
  /** The bounds of the buckets, oldest first, and of each the leads at each stage. */
  trend: { from: number; leads: number[] }[];
  /** How long a bucket is, in words and in milliseconds (a day may be an hour shorter or longer). */
  bucket: string;
  width: number;
  /** Where the time that is drawn begins and ends. */
  from: number;
  to: number;
  /** Why leads left at each stage, most first. */
  left: { slug: string; label: string; leads: number }[][];
  bridge: BridgeRow[] | null;
  /** What was said over time, oldest first. */
  answers: AnswerCell[];
  changes: Change[];
  promise: { text: string; since: number | null } | null;
}
