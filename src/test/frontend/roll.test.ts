import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANY, read, several, shown, states, write, type Row } from '../../../frontend/tundish/roll.ts';

const row = (key: string, more: Partial<Row> = {}): Row => ({
  key,
  name: key,
  state: 'live',
  channel: null,
  owner: null,
  tags: [],
  zone: 'UTC',
  launchedAt: null,
  endsAt: null,
  leads: 0,
  first: 'New leads',
  ...more,
});

const ROWS = [
  row('spring', { name: 'Spring launch', owner: 'Ana', tags: ['b2b'], channel: 'paid search' }),
  row('winter', { name: 'Winter launch', state: 'ended', owner: 'Ben', tags: ['b2b', 'dach'] }),
  row('old', { state: 'archived', owner: 'Ana' }),
];

test('archived campaigns are shown only when they are asked for', () => {
  assert.deepEqual(shown(ROWS, ANY).map((r) => r.key), ['spring', 'winter']);
  assert.deepEqual(shown(ROWS, { ...ANY, state: 'archived' }).map((r) => r.key), ['old']);
});

test('every word has to be found, in whatever is said of a campaign', () => {
  assert.deepEqual(shown(ROWS, { ...ANY, words: 'LAUNCH  paid' }).map((r) => r.key), ['spring']);
  assert.deepEqual(shown(ROWS, { ...ANY, words: 'dach' }).map((r) => r.key), ['winter']);
  assert.deepEqual(shown(ROWS, { ...ANY, words: 'launch nothing' }), []);
});

test('owner and tag narrow further', () => {
  assert.deepEqual(shown(ROWS, { ...ANY, tag: 'b2b', owner: 'Ben' }).map((r) => r.key), ['winter']);
});

test('the address holds the choice and gives it back', () => {
  const choice = { words: 'a&b ü', state: 'ended', owner: 'Ana B', tag: 'b2b' } as const;
  assert.deepEqual(read(write(choice)), choice);
  assert.equal(write(ANY), '');
  assert.deepEqual(read('?state=nonsense'), ANY);
});

test('counts of the states follow what else is chosen', () => {
  const found = states(ROWS, { ...ANY, owner: 'Ana', state: 'ended' });
  assert.equal(found.get(''), 1);
  assert.equal(found.get('archived'), 1);
  assert.equal(found.get('ended'), 0);
});

test('what can be chosen stands once, in order', () => {
  assert.deepEqual(several(['b', null, 'a', 'b', '']), ['a', 'b']);
});
