/** Which campaigns of the list are shown. Pure; the choice stands in the address. */

export type State = 'planned' | 'live' | 'ended' | 'archived';

export interface Row {
  key: string;
  name: string;
  state: State;
  channel: string | null;
  owner: string | null;
  tags: string[];
  zone: string;
  launchedAt: number | null;
  endsAt: number | null;
  leads: number | null;
  first: string;
}

/** Empty: any. Archived ones are shown only when they are asked for. */
export interface Choice {
  words: string;
  state: State | '';
  owner: string;
  tag: string;
}

export const ANY: Choice = { words: '', state: '', owner: '', tag: '' };

export function read(search: string): Choice {
  const given = new URLSearchParams(search);
  const state = given.get('state') ?? '';
  return {
    words: given.get('find') ?? '',
    state: ['planned', 'live', 'ended', 'archived'].includes(state) ? (state as State) : '',
    owner: given.get('owner') ?? '',
    tag: given.get('tag') ?? '',
  };
}

/** The address's part of a choice, with what is not chosen left out. */
export function write(choice: Choice): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string): void => {
    if (value) {
      said.set(name, value);
    }
  };
  put('find', choice.words);
  put('state', choice.state);
  put('owner', choice.owner);
  put('tag', choice.tag);
  const text = said.toString();
  return text ? `?${text}` : '';
}

export function shown(rows: readonly Row[], choice: Choice): Row[] {
  const words = choice.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((r) => {
    const text = [r.name, r.key, r.channel ?? '', r.owner ?? '', ...r.tags].join(' ').toLocaleLowerCase();
    return (
      (choice.state === '' ? r.state !== 'archived' : r.state === choice.state) &&
      (choice.owner === '' || r.owner === choice.owner) &&
      (choice.tag === '' || r.tags.includes(choice.tag)) &&
      words.every((w) => text.includes(w))
    );
  });
}

/** How many there are in each state, of those that fit what else is chosen. */
export function states(rows: readonly Row[], choice: Choice): Map<State | '', number> {
  const found = new Map<State | '', number>();
  for (const state of ['', 'live', 'planned', 'ended', 'archived'] as const) {
    found.set(state, shown(rows, { ...choice, state }).length);
  }
  return found;
}

/** What can be chosen, in the order of the alphabet. */
export function several(values: (string | null)[]): string[] {
  return [...new Set(values.filter((v): v is string => v !== null && v !== ''))].sort((a, b) => a.localeCompare(b));
}
