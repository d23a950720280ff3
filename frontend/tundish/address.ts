/** The addresses of a campaign's pages. Pure: what one looks at is a query, and every link is another one. */

/** An attribute and its value; null: the leads without it. */
export type Where = [key: string, value: string | null];

/** Which number's leads. */
export interface Behind {
  count?: string;
  /** The key of a stage. */
  at?: string;
  reason?: string;
  /** Seconds from the stage before: at least, and less than. */
  took?: [from: number, to: number | null];
  where?: Where[];
  /** Local times of the campaign's zone, in place of the range. */
  from?: string;
  to?: string | null;
  until?: string;
}

const OF_EXPLORE = ['step', 'by', 'until', 'vs'];
const OF_LEADS = ['count', 'at', 'reason', 'took', 'until', 'sort', 'page', 'lead'];

/** The page of the leads behind a number of the view. */
export function leads(key: string, query: string, number: Behind, path = 'leads'): string {
  const p = new URLSearchParams(query);
  [...OF_EXPLORE, ...OF_LEADS].forEach((name) => p.delete(name));
  if (number.from !== undefined || number.to !== undefined) {
    ['range', 'from', 'to', 'mode'].forEach((name) => p.delete(name));
    say(p, 'from', number.from);
    say(p, 'to', number.to ?? undefined);
  }
  number.where?.forEach(([k, v]) => only(p, k, v));
  say(p, 'count', number.count);
  say(p, 'at', number.at);
  say(p, 'reason', number.reason);
  say(p, 'took', number.took && `${number.took[0]}-${number.took[1] ?? ''}`);
  say(p, 'until', number.until);
  return address(key, path, p);
}

/** The page about a leak, with some parameters changed; null takes one away. */
export function explore(key: string, query: string, change: Record<string, string | null> = {}, where: Where[] = []): string {
  const p = new URLSearchParams(query);
  Object.entries(change).forEach(([name, value]) => (value === null ? p.delete(name) : p.set(name, value)));
  where.forEach(([k, v]) => only(p, k, v));
  return address(key, 'explore', p);
}

/** The same page for another time. A mode that was chosen for one range means nothing for the next. */
export function range(key: string, query: string, name: string): string {
  return explore(key, query, { range: name === 'all' ? null : name, from: null, to: null, until: null, mode: null });
}

/** The page about a leak with one value more, or less, of an attribute. */
export function toggled(key: string, query: string, where: Where): string {
  const p = new URLSearchParams(query);
  const kept = filters(query).filter(([k, v]) => k !== where[0] || v !== where[1]);
  const on = kept.length < filters(query).length;
  p.delete('filter');
  (on ? kept : [...kept, where]).forEach(([k, v]) => p.append('filter', pair(k, v)));
  return address(key, 'explore', p);
}

/** The page about a leak without any filter. */
export function unfiltered(key: string, query: string): string {
  return explore(key, query, { filter: null });
}

/** The campaign's own page, with what it understands of this view. */
export function campaign(key: string, query: string): string {
  const p = new URLSearchParams(query);
  [...OF_LEADS, 'step', 'by'].forEach((name) => p.delete(name));
  return address(key, '', p);
}

/** What the view is filtered by, in the order of the address. */
export function filters(query: string): Where[] {
  return new URLSearchParams(query).getAll('filter').flatMap((text): Where[] => {
    const colon = text.indexOf(':');
    return colon < 1 ? [] : [[text.slice(0, colon), text.slice(colon + 1) || null]];
  });
}

/** Which of the usual ranges a query looks at; null: one between dates. */
export function rangeOf(query: string): string | null {
  const p = new URLSearchParams(query);
  return p.get('range') ?? (p.has('from') || p.has('to') ? null : 'all');
}

/** In place of all values of this attribute. */
function only(p: URLSearchParams, key: string, value: string | null): void {
  const kept = p.getAll('filter').filter((text) => !text.startsWith(`${key}:`));
  p.delete('filter');
  [...kept, pair(key, value)].forEach((text) => p.append('filter', text));
}

function pair(key: string, value: string | null): string {
  return `${key}:${value ?? ''}`;
}

function say(p: URLSearchParams, name: string, value: string | undefined): void {
  if (value !== undefined) {
    p.set(name, value);
  }
}

function address(key: string, path: string, p: URLSearchParams): string {
  const query = p.toString();
  return `/campaigns/${encodeURIComponent(key)}${path ? `/${path}` : ''}${query ? `?${query}` : ''}`;
}
