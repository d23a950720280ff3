import type { Against, BridgeRow, Difference, Picture, StageRow } from './picture';
import { allowed, clock, count, date, hourMinute, leads, numbers, percent, points, span, worth } from './words';

/** What is counted, in whole sentences. Pure. */

type Counted = Pick<Picture, 'mode' | 'range' | 'from' | 'to' | 'allowed' | 'zone' | 'filter' | 'exact'>;

/** The time that is looked at, as it follows "who came in". */
export function when(p: Pick<Picture, 'range' | 'from' | 'to' | 'zone'>, now: number): string {
  switch (p.range) {
    case 'all':
      return 'since the launch';
    case 'week':
      return 'during the last 7 days';
    case 'today':
      return 'today';
    case 'hour':
      return 'during the last hour';
    case 'between': {
      const from = p.from === null ? null : place(p.from, now, p.zone);
      const end = p.to === null ? null : place(p.to, now, p.zone, true);
      return from && end ? (from === end ? `on ${from}` : `from ${from} to ${end}`) : from ? `since ${from}` : `up to ${end}`;
    }
  }
}

/** A midnight is a day; as an end, the day before it. */
function place(ms: number, now: number, zone: string, end = false): string {
  const time = hourMinute(ms, zone);
  if (time === '00:00') {
    return date(end ? ms - 60_000 : ms, now, zone);
  }
  return `${date(ms, now, zone)}, ${time}`;
}

/** Whose leads are counted, and how. */
export function counted(p: Counted, now: number): string {
  const whose = who(p.filter);
  if (p.mode === 'activity') {
    return `What happened ${when(p, now)}: every ${whose.one} that reached a stage, whenever it came in; a share may pass 100 %`;
  }
  const how = !p.exact
    ? `wherever they are now; ${p.allowed === null ? 'exact counts' : `the time allowed of ${allowed(p.allowed)}`} will follow in a moment`
    : p.allowed === null
      ? 'wherever they are now, however long it took'
      : `counted by how far each came within ${allowed(p.allowed)} of coming in`;
  return `${capital(whose.many)} who came in ${when(p, now)}, ${how}`;
}

function who(filter: Picture['filter']): { one: string; many: string } {
  if (filter.length === 0) {
    return { one: 'lead', many: 'leads' };
  }
  const keys = [...new Set(filter.map((f) => f.key))];
  const said = keys
    .map((key) => {
      const values = filter.filter((f) => f.key === key).map((f) => f.value || 'not given');
      return `${key} ${values.join(' or ')}`;
    })
    .join(' and ');
  return { one: `lead with ${said}`, many: `leads with ${said}` };
}

export interface Step {
  words: string;
  leads: number;
  /** Which leads they are, as addresses name them. */
  count: 'after' | 'earlier' | 'late';
}

/** How one gets from the leads who came in to what happened at a stage, to the last lead; steps of nobody are left out. */
export function bridge(row: BridgeRow): Step[] {
  const steps: Step[] = [
    { words: 'less', leads: row.after, count: 'after' },
    { words: 'plus', leads: row.earlier, count: 'earlier' },
    { words: 'plus', leads: row.late, count: 'late' },
  ];
  return steps.filter((s) => s.leads > 0);
}

/** Who the leads of a step are. */
export function whose(step: Step): string {
  return { after: 'who reached it after that time', earlier: 'who came in before', late: 'who took longer than is allowed' }[step.count];
}

/** One stage, read aloud. */
export function stage(p: Pick<Picture, 'stages' | 'mode'>, k: number): string {
  const r = p.stages[k]!;
  const parts = [`${r.label}: ${count(r.leads)}`];
  if (k > 0) {
    parts.push(`${percent(r.ofPrevious)} of ${p.stages[k - 1]!.label}, ${percent(r.ofFirst)} of all`);
  }
  const next: StageRow | undefined = p.stages[k + 1];
  if (next && p.mode === 'cohort') {
    parts.push(
      `${count(next.leads)} moved on, ${count(r.open ?? 0)} still open, ${count(r.out ?? 0)} left` +
        (r.expired ? `, ${count(r.expired)} ran out of time` : ''),
    );
  }
  if (r.median !== null) {
    parts.push(`half came within ${span(r.median)}, nine of ten within ${span(r.ninety)}`);
  }
  return parts.join(' · ');
}

/** A difference and what it is worth: "+4 points, leaning". */
export function difference(d: Difference): string {
  if (d.points === null || d.word === 'too_early') {
    return 'too early to compare';
  }
  const said = points(d.points);
  return said === 'no difference' ? said : `${said}, ${worth(d.word)}`;
}

/** The same with its uncertainty, for those who want to know exactly. */
export function uncertainty(d: Difference, against: Against): string {
  if (d.points === null || d.low === null || d.high === null) {
    return `Too few leads to compare with ${against.name}.`;
  }
  const digits = (v: number): string => numbers(undefined, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(v * 100);
  const range = `between ${digits(d.low)} and ${digits(d.high)} points`;
  const meaning: Record<Difference['word'], string> = {
    too_early: 'Under 30 leads on one side: nothing is judged yet',
    above: 'Above, and that stays true however often one looks',
    below: 'Below, and that stays true however often one looks',
    leaning_above: 'It leans above, but may still turn',
    leaning_below: 'It leans below, but may still turn',
    no_difference: 'No difference that could not be chance',
  };
  return `${points(d.points)} against ${against.name}, ${range} (95 %). ${meaning[d.word]}.`;
}

/** What stands beside the numbers, or why nothing does. */
export function yardstick(a: Against, now: number): string {
  if (a.why !== null) {
    return `Compared with ${a.name}: not possible. ${a.why}`;
  }
  if (a.kind === 'target') {
    return 'Beside it: the targets, and the rates that follow from them.';
  }
  if (a.until === null) {
    return '';
  }
  const zone = a.zone ?? 'UTC';
  const stood = `as it stood on ${date(a.until, now, zone)} at ${hourMinute(a.until, zone)}`;
  if (a.kind === 'previous') {
    const from = a.from === null ? '' : `, from ${place(a.from, now, zone)}`;
    return `Beside it, dashed: the same days ${a.name.toLowerCase()}${from}, ${stood}.`;
  }
  return a.younger
    ? `Beside it, dashed: ${a.name}, which is younger and not at this age yet, ${stood}.`
    : `Beside it, dashed: ${a.name} at the same age, ${stood}.`;
}

/** Up to when everything is in it. */
export function complete(ms: number, zone: string): string {
  return `live, complete to ${clock(ms, zone)}`;
}

/** Too few to be judged. */
export function early(n: number): string {
  return `too early: ${leads(n)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
