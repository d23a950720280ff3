import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Against, Difference } from '../../../frontend/tundish/picture.ts';
import { bridge, counted, difference, uncertainty, when, whose, yardstick } from '../../../frontend/tundish/sentences.ts';

const now = Date.UTC(2026, 10, 24, 12);
const all = { mode: 'cohort', range: 'all', from: null, to: null, allowed: 14 * 86_400, zone: 'UTC', filter: [], exact: true } as const;

test('it is said whose leads are counted, in which time, and how long each was given', () => {
  assert.equal(counted({ ...all, filter: [] }, now), 'Leads who came in since the launch, counted by how far each came within 14 days of coming in');
  assert.match(counted({ ...all, filter: [], allowed: null }, now), /however long it took$/);
});

test('what happened says that shares may pass 100 %', () => {
  assert.match(counted({ ...all, filter: [], mode: 'activity', range: 'today' }, now), /^What happened today: every lead .* may pass 100 %$/);
});

test('filters are said in words: the same attribute is or, another one is and', () => {
  const filter = [
    { key: 'source', value: 'a' },
    { key: 'source', value: '' },
    { key: 'segment', value: 'micro' },
  ];
  assert.match(counted({ ...all, filter }, now), /^Leads with source a or not given and segment micro who came in/);
});

test('while the exact counts are on their way, the time allowed is said to follow', () => {
  assert.match(counted({ ...all, filter: [], exact: false }, now), /the time allowed of 14 days will follow/);
});

test('days are said as days, the last one included', () => {
  const day = (d: number): number => Date.UTC(2026, 10, d);
  assert.equal(when({ range: 'between', from: day(1), to: day(8), zone: 'UTC' }, now), `from ${say(1)} to ${say(7)}`);
  assert.equal(when({ range: 'between', from: day(1), to: day(2), zone: 'UTC' }, now), `on ${say(1)}`);
  assert.equal(when({ range: 'between', from: day(1), to: null, zone: 'UTC' }, now), `since ${say(1)}`);
});

function say(d: number): string {
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 10, d));
}

test('the bridge names each of its steps, leaves out those of nobody, and sums up', () => {
  const row = { cohort: 1180, after: 30, earlier: 54, late: 0, activity: 1204 };
  const steps = bridge(row);
  assert.deepEqual(
    steps.map((s) => `${s.words} ${s.leads} ${whose(s)}`),
    ['less 30 who reached it after that time', 'plus 54 who came in before'],
  );
  const end = steps.reduce((n, s) => (s.words === 'less' ? n - s.leads : n + s.leads), row.cohort);
  assert.equal(end, row.activity);
  assert.deepEqual(bridge({ cohort: 5, after: 0, earlier: 0, late: 0, activity: 5 }), []);
});

const between = (word: Difference['word'], points: number | null = 0.04): Difference => ({ points, low: -0.01, high: 0.09, word });

test('a difference says what it is worth, and nothing is judged too early', () => {
  assert.equal(difference(between('leaning_above')), '+4 points, leaning');
  assert.equal(difference(between('below', -0.12)), '−12 points, proven');
  assert.equal(difference(between('no_difference', 0.004)), '+0.4 points, could be chance');
  assert.equal(difference(between('too_early')), 'too early to compare');
});

const winter: Against = { kind: 'campaign', code: '', name: 'Winter', why: null, zone: 'UTC', from: null, until: Date.UTC(2026, 0, 14, 10, 3), younger: false, stages: [] };

test('the uncertainty is said with both of its ends', () => {
  assert.match(uncertainty(between('leaning_above'), winter), /^\+4 points against Winter, between −1|-1 and \+9 points \(95 %\)/);
});

test('what stands beside it is said, or why nothing does', () => {
  assert.match(yardstick(winter, now), /Winter at the same age, as it stood on .*2026|Jan.* at 10:03/);
  assert.equal(yardstick({ ...winter, why: 'It has no launch date.' }, now), 'Compared with Winter: not possible. It has no launch date.');
});
