import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Told, USUAL, fits, needs, order, tagsOf, type News, type Row, type Word } from '../../../frontend/tundish/overview-rows.ts';

const row = (key: string, more: Partial<Row['about']> & { word?: Word; leads?: number; hour?: number; since?: number } = {}): Row =>
  ({
    key,
    about: { name: key.toUpperCase(), state: 'live', channel: null, owner: null, tags: [], labels: [], ...more },
    counts: { leads: [more.leads ?? 0], lastHour: [more.hour ?? 0] },
    standing: { word: more.word ?? 'on_track', waitingSince: more.since ?? null },
  }) as unknown as Row;

const news = (number: number, rows: News['rows'], more: Partial<News> = {}): News => ({ number, whole: false, rows, gone: [], states: { live: rows.length }, ...more });

const keys = (rows: Row[]): string[] => rows.map((r) => r.key);

test('needs attention first: by urgency, then who waits longest, then what moves, then what is large', () => {
  const day = 86_400_000;
  const sorted = order(
    [
      row('fine', { word: 'on_track', leads: 9000, hour: 50 }),
      row('late', { state: 'ended', word: 'off_track' }),
      row('watch', { word: 'watch' }),
      row('quiet', { word: 'quiet' }),
      row('off', { word: 'off_track' }),
      row('waits', { word: 'watch', since: 0 }),
      row('busy', { word: 'on_track', leads: 10, hour: 60 }),
    ],
    3 * day,
  );
  assert.deepEqual(keys(sorted), ['off', 'quiet', 'waits', 'watch', 'busy', 'fine', 'late']);
});

test('equal ones keep an order of their own', () => {
  assert.deepEqual(keys(order([row('b'), row('c'), row('a')], 0)), ['a', 'b', 'c']);
});

test('off track and quiet ones need somebody, others do not', () => {
  const words: Word[] = ['off_track', 'quiet', 'watch', 'too_early', 'no_yardstick', 'on_track'];
  assert.deepEqual(words.filter((word) => needs(row('x', { word }))), ['off_track', 'quiet']);
});

test('only parts that changed are told, and the rest of the row stays', () => {
  const told = new Told();
  assert.ok(told.take(news(7, [row('a'), row('b')], { whole: true })));
  const before = told.rows.get('b');
  assert.ok(told.take(news(8, [{ key: 'a', counts: { leads: [5], lastHour: [1] } as unknown as Row['counts'] }])));
  assert.equal(told.rows.get('a')!.about.name, 'A');
  assert.deepEqual(told.rows.get('a')!.counts.leads, [5]);
  assert.equal(told.rows.get('b'), before);
  assert.ok(told.take(news(9, [], { gone: ['b'] })));
  assert.deepEqual([...told.rows.keys()], ['a']);
});

test('news that do not follow are not taken, until the whole comes', () => {
  const told = new Told();
  assert.ok(!told.take(news(3, [row('a')])));
  assert.equal(told.rows.size, 0);
  assert.ok(told.take(news(4, [row('b')], { whole: true })));
  assert.ok(!told.take(news(6, [row('c')])));
  assert.deepEqual([...told.rows.keys()], ['b']);
});

test('a look leaves in what fits all of it', () => {
  const r = row('spring-launch', { owner: 'Ana', tags: ['b2b', 'search'], channel: 'paid search' });
  assert.ok(fits(r, USUAL, ''));
  assert.ok(fits(r, { ...USUAL, mine: true }, 'ana'));
  assert.ok(!fits(r, { ...USUAL, mine: true }, 'ben'));
  assert.ok(!fits(row('x'), { ...USUAL, mine: true }, ''));
  assert.ok(fits(r, { ...USUAL, tags: ['search', 'b2b'] }, ''));
  assert.ok(!fits(r, { ...USUAL, tags: ['search', 'event'] }, ''));
  assert.ok(fits(r, { ...USUAL, text: '  LAUNCH paid ' }, ''));
  assert.ok(!fits(r, { ...USUAL, text: 'launch winter' }, ''));
  assert.ok(!fits(r, { ...USUAL, state: 'ended' }, ''));
  assert.ok(fits(row('old', { state: 'ended' }), { ...USUAL, state: 'all' }, ''));
});

test('tags are told by how many have them', () => {
  assert.deepEqual(tagsOf([row('a', { tags: ['x', 'y'] }), row('b', { tags: ['y'] }), row('c', { tags: ['a'] })]), [
    ['y', 2],
    ['a', 1],
    ['x', 1],
  ]);
});
