/** What people changed, as numbered lines across time. Pure. */

export interface Change {
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
  by: string;
  what: string;
  /** Whether somebody said it, or the system wrote it down when the campaign was changed. */
  kind: 'marketing' | 'promise' | 'definition';
  /** What was promised before, when it is the promise that changed. */
  before?: string | null;
}

export interface Mark extends Change {
  /** What it is called on every chart of the page. */
  number: number;
}

/** Numbered from the oldest on, so that a change keeps its number when newer ones come. */
export function numbered(changes: Change[]): Mark[] {
  return [...changes].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map((c, i) => ({ ...c, number: i + 1 }));
}

/** Those that fall into a span of time; both ends belong to it. */
export function within(marks: Mark[], from: number, to: number): Mark[] {
  return marks.filter((m) => m.at >= from && m.at <= to);
}

/** Marks that would stand on each other are one line with several numbers: "3–5". */
export function bundled(marks: Mark[], from: number, to: number, width: number, room = 16): { at: number; label: string; marks: Mark[] }[] {
  const bundles: { at: number; label: string; marks: Mark[] }[] = [];
  const place = (at: number): number => ((at - from) / Math.max(1, to - from)) * width;
  for (const m of within(marks, from, to)) {
    const last = bundles[bundles.length - 1];
    if (last && place(m.at) - place(last.at) < room) {
      last.marks.push(m);
      last.label = `${last.marks[0]!.number}–${m.number}`;
    } else {
      bundles.push({ at: m.at, label: String(m.number), marks: [m] });
    }
  }
  return bundles;
}
