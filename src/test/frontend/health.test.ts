import assert from 'node:assert/strict';
import { test } from 'node:test';
import { health, order, pace } from '../../../frontend/tundish/health.ts';

test('below thirty leads it is too early to say anything', () => {
  assert.equal(health(29).word, 'Too early');
  assert.equal(health(29).why, '29 leads');
  assert.equal(health(1).why, '1 lead');
});

test('without a yardstick nothing is called healthy', () => {
  assert.equal(health(30).word, 'No yardstick');
});

test('a goal with an end is measured against the time that has passed', () => {
  const p = pace({ reached: 41, wanted: 100, endsAt: 200 }, 0, 100);
  assert.equal(p.due, 0.5);
  assert.equal(p.done, 0.41);
  assert.match(p.words, /82.?% of plan/);
});

test('a goal without an end is only how far it is', () => {
  assert.match(pace({ reached: 150, wanted: 100, endsAt: null }, 0, 100).words, /150.?% of goal/);
  assert.match(pace({ reached: 150, wanted: 100, endsAt: 200 }, 0, 300).words, /150.?% of goal/);
  assert.equal(pace({ reached: 150, wanted: 100, endsAt: null }, 0, 100).done, 1);
});

test('what moves comes first, then what is large', () => {
  const row = (key: string, leads: number, hour: number) => ({ key, lastHour: [hour], stages: [{ leads }] });
  const sorted = order([row('old', 900, 0), row('small', 5, 1), row('big', 50, 3)]);
  assert.deepEqual(
    sorted.map((r) => r.key),
    ['big', 'small', 'old'],
  );
});
