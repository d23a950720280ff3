/** What the server sends to the page about a leak. */

import type { Family } from './picture';

export interface Step {
  key: string;
  label: string;
  leads: number;
  ofPrevious: number | null;
  ofFirst: number | null;
  open: number;
  out: number;
  expired: number;
}

export interface Leak {
  where: { key: string; value: string | null }[];
  leads: number;
  moved: number;
  lost: number;
  undecided: number;
  /** How many leads more were lost than if it lost them as often as all others, and between which numbers that lies. */
  excess: number;
  low: number;
  high: number;
  early: boolean;
  real: boolean;
}

export interface Leaks {
  leads: number;
  moved: number;
  lost: number;
  undecided: number;
  looked: number;
  list: Leak[];
}

export interface Reason {
  slug: string;
  label: string;
  family: Family;
  leads: number;
}

export interface Said {
  sales: boolean;
  judged: number;
  good: number;
  bad: number;
  handedOver: number | null;
  answered: number | null;
  reasons: Reason[];
}

export interface Period {
  from: number;
  to: number | null;
  addressFrom: string;
  addressTo: string | null;
}

export interface Part {
  value: string | null;
  leadsBefore: number;
  movedBefore: number;
  leadsAfter: number;
  movedAfter: number;
  mix: number;
  rate: number;
}

export interface Change {
  before: Period;
  after: Period;
  until: string;
  back: number;
  rateBefore: number | null;
  rateAfter: number | null;
  change: number | null;
  mix: number | null;
  rate: number | null;
  leadsBefore: number;
  leadsAfter: number;
  parts: Part[];
}

export interface Bar {
  from: number;
  to: number;
  leads: number;
}

export interface Times {
  leads: number;
  p50: number | null;
  p90: number | null;
  bars: Bar[];
}

export interface Found {
  key: string;
  name: string;
  zone: string;
  query: string;
  /** Bounds of a range between dates, in milliseconds. */
  from: number | null;
  to: number | null;
  allowed: number | null;
  stages: Step[];
  step: number;
  chosen: 'asked' | 'excess' | 'lost' | 'first';
  leaks: Leaks;
  left: Reason[];
  expired: number;
  said: Said;
  attributes: Record<string, number>;
  by: string | null;
  values: { value: string | null; stages: number[] }[];
  otherValues: number;
  times: Times;
  change: Change | null;
  marks: Mark[];
}

/** Something that marketing changed. */
export interface Mark {
  at: number;
  by: string;
  what: string;
  /** The local time of an address. */
  address: string;
}
