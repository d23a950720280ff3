/** What is found about a leak, in plain sentences. Pure. */

import type { Change, Found, Leak, Leaks } from './found';
import { count, DASH, day, EARLY, leads, numbers, percent } from './words';

export function segment(where: { key: string; value: string | null }[]): string {
  return where.map((w) => `${w.key} ${w.value ?? 'not said'}`).join(' × ');
}

/** Why this step is shown. */
export function choice(f: Found): string {
  const from = f.stages[f.step]?.label ?? '';
  switch (f.chosen) {
    case 'asked':
      return `You look at the leads who came as far as ${from}.`;
    case 'excess':
      return `Shown first because here one kind of lead is lost far more often than the others.`;
    case 'lost':
      return `Shown first because most leads are lost here; no kind of lead stands out.`;
    default:
      return 'No lead is lost yet at any step.';
  }
}

/** Of the decided ones, how many were lost; null when there are none. */
export function loss(moved: number, lost: number): number | null {
  return moved + lost === 0 ? null : lost / (moved + lost);
}

/** How often all others were lost. */
export function elsewhere(all: Leaks, leak: Leak): number | null {
  return loss(all.moved - leak.moved, all.lost - leak.lost);
}

export type Word = 'real' | 'chance' | 'early' | 'better';

export function word(leak: Leak): Word {
  if (leak.early) {
    return 'early';
  }
  return leak.real ? (leak.excess < 0 ? 'better' : 'real') : 'chance';
}

export const WORDS: Record<Word, [glyph: string, words: string]> = {
  real: ['▼', 'real'],
  better: ['●', 'really better'],
  chance: ['◌', 'could be chance'],
  early: ['○', 'too early'],
};

export function verdict(leak: Leak): string {
  const w = word(leak);
  return w === 'early' ? `too early: ${leads(leak.moved + leak.lost)}` : WORDS[w][1];
}

/** "about 41 leads more than elsewhere (25 to 58)". */
export function cost(leak: Leak, locale?: string): string {
  if (leak.early) {
    return DASH;
  }
  const n = Math.round(Math.abs(leak.excess));
  const range = `${signed(leak.low, locale)} to ${signed(leak.high, locale)}`;
  if (n === 0) {
    return `as many as elsewhere (${range})`;
  }
  return `about ${count(n, locale)} ${n === 1 ? 'lead' : 'leads'} ${leak.excess < 0 ? 'fewer' : 'more'} than elsewhere (${range})`;
}

/** The same where it is said above what it is: "about 41 more (25 to 58)". */
export function costShort(leak: Leak, locale?: string): string {
  return cost(leak, locale).replace(/ leads?( more| fewer) than elsewhere/, '$1').replace('as many as elsewhere', 'as many');
}

function signed(n: number, locale?: string): string {
  const whole = Math.round(n);
  return whole < 0 ? `−${count(-whole, locale)}` : count(whole, locale);
}

/** The one sentence that answers the page's question. */
export function answer(f: Found, locale?: string): string {
  const all = f.leaks;
  const from = f.stages[f.step]?.label ?? '';
  const to = f.stages[f.step + 1]?.label ?? '';
  const decided = all.moved + all.lost;
  if (all.leads === 0) {
    return `Nobody has come as far as ${from} in this view yet.`;
  }
  if (decided < EARLY) {
    return `Too early: of ${leads(all.leads)} at ${from} only ${count(decided, locale)} are decided. From ${EARLY} on, this page says who is lost.`;
  }
  const top = f.left[0];
  const out = f.stages[f.step]?.out ?? 0;
  const why = top ? ` The reason given most: ${top.label} (${count(top.leads, locale)} of ${count(out, locale)}).` : '';
  const worst = all.list.find((leak) => word(leak) === 'real' && leak.excess > 0);
  if (!worst) {
    return `Between ${from} and ${to} ${percent(loss(all.moved, all.lost), locale)} are lost, and no kind of lead more often than the others by more than chance.${why}`;
  }
  return `Between ${from} and ${to}, ${segment(worst.where)} loses ${percent(loss(worst.moved, worst.lost), locale)}, all others ${percent(elsewhere(all, worst), locale)}: ${cost(worst, locale)}.${why}`;
}

/** Points of a share, with their sign: "−11 points". */
export function exactPoints(share: number, locale?: string): string {
  const n = share * 100;
  const digits = Math.abs(n) < 10 ? 1 : 0;
  const text = numbers(locale, { maximumFractionDigits: digits }).format(Math.abs(n));
  const zero = Number(Math.abs(n).toFixed(digits)) === 0;
  return `${zero ? '' : n < 0 ? '−' : '+'}${text} ${text === '1' ? 'point' : 'points'}`;
}

/** What changed from one period to the next, in a sentence. */
export function changed(c: Change, from: string, to: string, by: string, locale?: string): string {
  if (c.rateBefore === null || c.rateAfter === null || c.change === null || c.mix === null || c.rate === null) {
    return 'Nothing to compare: in one of the two periods nobody came as far.';
  }
  const thin = Math.min(c.leadsBefore, c.leadsAfter);
  const early = thin < EARLY ? `Too early to judge (${leads(thin)} in one of the periods). ` : '';
  const way = Math.abs(c.change) < 0.0005 ? 'stayed at' : c.change < 0 ? 'fell to' : 'rose to';
  const was = way === 'stayed at' ? '' : ` from ${percent(c.rateBefore, locale)}`;
  return (
    `${early}${from} → ${to} ${way} ${percent(c.rateAfter, locale)}${was} (${exactPoints(c.change, locale)}): ` +
    `${exactPoints(c.mix, locale)} because other kinds of leads came (by ${by}), ${exactPoints(c.rate, locale)} because like leads fared otherwise.`
  );
}

/** "10 to 17 Nov": both ends in the campaign's zone. */
export function period(p: { from: number; to: number | null }, zone: string, locale?: string): string {
  return `${day(p.from, zone, locale)} to ${p.to === null ? 'now' : day(p.to, zone, locale)}`;
}
