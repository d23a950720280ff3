import type { Picture } from './picture';

/** Addresses of other pages about what a picture shows. Pure. */

const VIEW = ['range', 'from', 'to', 'mode', 'window', 'filter'];

export interface Behind {
  count: string;
  at?: string;
  reason?: string;
  /** Another way to count than the picture's. */
  mode?: 'cohort' | 'activity';
}

type Place = Pick<Picture, 'key' | 'query' | 'links'>;

/** Where the leads behind a number are; null for those who may not see them. */
export function behind(p: Place, what: Behind): string | null {
  if (!p.links) {
    return null;
  }
  const asked = view(p.query);
  asked.set('count', what.count);
  if (what.at !== undefined) {
    asked.set('at', what.at);
  }
  if (what.mode !== undefined) {
    asked.set('mode', what.mode);
  }
  if (what.reason !== undefined) {
    asked.set('reason', what.reason);
  }
  return `/campaigns/${p.key}/leads?${asked}`;
}

/** Where a step's leak is looked into. */
export function explore(p: Place, step?: string): string {
  const asked = new URLSearchParams(p.query);
  if (step !== undefined) {
    asked.set('step', step);
  }
  const query = asked.toString();
  return `/campaigns/${p.key}/explore${query ? `?${query}` : ''}`;
}

export function lead(key: string, number: number): string {
  return `/campaigns/${key}/leads/${number}`;
}

/** The same view with something else in it; null takes it out. */
export function change(query: string, to: Record<string, string | null>): string {
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries(to)) {
    if (value === null) {
      asked.delete(name);
    } else {
      asked.set(name, value);
    }
  }
  return asked.toString();
}

/** Whether two addresses look at the same leads in the same way, whatever they are compared with. */
export function alike(a: string, b: string): boolean {
  return view(a).toString() === view(b).toString();
}

/** The same view with one filter less. */
export function without(query: string, key: string, value: string): string {
  const asked = new URLSearchParams(query);
  const kept = asked.getAll('filter').filter((f) => f !== `${key}:${value}`);
  asked.delete('filter');
  kept.forEach((f) => asked.append('filter', f));
  return asked.toString();
}

/** Only what decides which leads are counted. */
function view(query: string): URLSearchParams {
  const asked = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query)) {
    if (VIEW.includes(name)) {
      asked.append(name, value);
    }
  }
  return asked;
}
