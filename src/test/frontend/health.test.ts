import assert from 'node:assert/strict';
import { test } from 'node:test';
import { health, pace, why } from '../../../frontend/tundish/health.ts';
import type { Row, Why, Word } from '../../../frontend/tundish/overview-rows.ts';

const row = (word: Word | null, because: Why | null, state: Row['about']['state'] = 'live'): Row =>
  ({
    key: 'spring',
    about: { name: 'Spring', state, labels: ['New leads', 'Qualified', 'Accepted'], predecessor: 'Winter', tags: [], channel: null, owner: null },
    standing: { word, why: because, goal: null, waitingSince: null },
  }) as unknown as Row;

test('the reason says both rates, and whose the other one is', () => {
  assert.match(
    why(row('off_track', { kind: 'predecessor', from: 1, stage: 2, moved: 36, of: 200, otherMoved: 82, otherOf: 200 }), 'en')!,
    /^Qualified → Accepted 18.?%, Winter had 41.?% at this age\.$/,
  );
});

test('a missed plan says what is there, what was due, and of what', () => {
  assert.equal(why(row('off_track', { kind: 'target', stage: 0, leads: 1200, due: 1999.6, wanted: 5000 }), 'en'), 'New leads: 1,200, where 2,000 of 5,000 were due by now.');
});

test('silence is said beside what is usual', () => {
  assert.equal(
    why(row('quiet', { kind: 'quiet', since: 0, minutes: 47, usual: 12, working: false })),
    'No lead for 47 min; at this weekday and hour 99 of 100 gaps are 12 min or less.',
  );
  assert.match(why(row('quiet', { kind: 'quiet', since: 0, minutes: 400, usual: 0, working: true }))!, /6 h 40 min of working time; 99 of 100 gaps are 1 min or less/);
  assert.equal(why(row('quiet', { kind: 'quiet', since: null, minutes: 40320, usual: null, working: false })), 'No lead for over four weeks.');
});

test('too early says of how many', () => {
  assert.equal(why(row('too_early', { kind: 'early', stage: 0, leads: 12 })), '12 leads so far.');
  assert.equal(why(row('too_early', { kind: 'early', stage: 0, leads: 0 })), 'No lead so far.');
  assert.equal(why(row('too_early', { kind: 'early', stage: 2, leads: 18 })), '18 at Accepted so far, 30 are needed.');
});

test('what is on track needs no sentence, and what has no yardstick is never called healthy', () => {
  assert.equal(why(row('on_track', null)), null);
  assert.equal(health(row('no_yardstick', null)).word, 'No yardstick');
  assert.match(why(row('no_yardstick', null))!, /No target/);
});

test('a campaign of which nothing is expected says where it is in its life', () => {
  assert.equal(health(row(null, null, 'planned')).word, 'Planned');
  assert.equal(health(row('off_track', null, 'archived')).word, 'Archived');
  assert.equal(health(row('off_track', null, 'ended')).word, 'Off track');
});

test('a goal is held against what is due, or else against all of it', () => {
  assert.match(pace(41, { wanted: 100, due: 0.5 }).words, /82.?% of plan/);
  assert.equal(pace(41, { wanted: 100, due: 0.5 }).done, 0.41);
  assert.match(pace(150, { wanted: 100, due: null }).words, /150.?% of goal/);
  assert.equal(pace(150, { wanted: 100, due: null }).done, 1);
  assert.match(pace(90, { wanted: 100, due: 1 }).words, /90.?% of goal/);
  assert.match(pace(0, { wanted: 100, due: 0.001 }).words, /0.?% of goal/);
});
