/** Leads, and which of them, in plain sentences. Pure. */

import type { Where } from './address';
import { allowed, leads, span } from './words';

export interface Asked {
  /** What the address says. */
  query: string;
  stages: { key: string; label: string }[];
  reasonLabel: string | null;
  total: number;
  /** Seconds that each lead is usually given. */
  allowed: number;
  filter: Where[];
  /** When they came in, as it follows "who came in". */
  when: string;
}

/** The counts by what they say of the leads; the stage's label takes the place of the star. */
const WHO: Record<string, string> = {
  leads: 'came as far as *',
  open: 'are at * and still in time',
  out: 'left at *',
  expired: 'ran out of time at *',
  implied: 'came past * without being seen there',
  voided: 'were taken out of the counts',
  judged: 'were called good or not right',
  good: 'were called good',
  bad: 'were called not right',
  handedOver: 'were handed over to sales',
  answered: 'were handed over and answered',
  moved: 'came to * and moved on',
  lost: 'were lost at *',
  undecided: 'are at * and still in time',
  after: 'came to * outside of this time',
  earlier: 'came to * then, but had come in at another time',
  late: 'came to *, but later than is allowed',
};

/** Whose time is not the time they came in: what happened to them lies in it. */
const BY_EVENT = new Set(['judged', 'good', 'bad', 'handedOver', 'answered', 'earlier']);

/** "Leads who came in since the launch and left at Qualified for “No budget”, source partner_network". */
export function which(a: Asked): string {
  const p = new URLSearchParams(a.query);
  const name = p.get('count');
  const stage = a.stages.find((s) => s.key === p.get('at'))?.label;
  const took = p.get('took');
  const happened = p.get('mode') === 'activity' || (name !== null && BY_EVENT.has(name));
  let said = name === null ? '' : name === 'took' ? made(stage, took) : (WHO[name] ?? '').replace('*', stage ?? 'any stage');
  if (name !== null && happened) {
    said = `${said} ${a.when}`;
  }
  const came = happened ? '' : `who came in ${a.when}`;
  const reason = a.reasonLabel === null ? '' : ` for “${a.reasonLabel}”`;
  const until = p.get('until');
  return [
    'Leads',
    came,
    said && (came ? `and ${said}` : `who ${said}`),
    reason.trim(),
    until === null ? '' : `(as it stood on ${until.replace('T', ' ')})`,
  ]
    .filter(Boolean)
    .join(' ')
    .concat(filtered(a.filter), within(p));
}

function made(stage: string | undefined, took: string | null): string {
  const [from, to] = (took ?? '-').split('-');
  const length = from && to ? `in ${span(Number(from))} to ${span(Number(to))}` : from ? `in ${span(Number(from))} or more` : `in less than ${span(Number(to))}`;
  return `came to ${stage ?? 'any stage'} ${length} from the stage before`;
}

function filtered(filter: Where[]): string {
  const keys = [...new Set(filter.map(([key]) => key))];
  return keys
    .map((key) => {
      const values = filter.filter(([k]) => k === key).map(([, value]) => value ?? 'not said');
      return `, ${key} ${values.join(' or ')}`;
    })
    .join('');
}

function within(p: URLSearchParams): string {
  return p.get('window') === 'none' ? ', however long it took' : '';
}

/** How many, and of which page. */
export function howMany(total: number, shown: number, first: boolean): string {
  return total === 0 ? 'Nobody' : shown >= total ? leads(total) : first ? `${leads(total)}, ${shown} on this page` : `${leads(total)}, a later page of them`;
}

export interface Standing {
  status: string;
  stage: string | null;
  reason: string | null;
  voided: boolean;
  allowed: number;
}

/** Where one lead stands, in a sentence. */
export function standing(s: Standing): string {
  const out = s.voided ? 'Taken out of every count. ' : '';
  switch (s.status) {
    case 'converted':
      return `${out}Won: it came to ${s.stage}.`;
    case 'out':
      return s.stage === null ? `${out}Left${s.reason ? `: ${s.reason}` : ''}; it was never in the funnel.` : `${out}Left at ${s.stage}${s.reason ? `: ${s.reason}` : ''}.`;
    case 'expired':
      return `${out}At ${s.stage}; its ${allowed(s.allowed)} are over.`;
    case 'open':
      return `${out}At ${s.stage}, still in time.`;
    default:
      return `${out}Known, but in no funnel: nothing says that it ever came in.`;
  }
}

