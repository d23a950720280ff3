import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local, nextDay } from '../../../frontend/tundish/options.ts';
import { ceiling, corners } from '../../../frontend/tundish/trend-lines.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('where nothing happened the line runs along the ground', () => {
  const line = corners([{ from: 0, leads: [3] }, { from: 4 * HOUR, leads: [5] }], 0, HOUR, 0, 6 * HOUR);
  assert.deepEqual(line, [
    [0, 3],
    [HOUR, 3],
    [HOUR, 0],
    [4 * HOUR, 0],
    [4 * HOUR, 5],
    [5 * HOUR, 5],
    [5 * HOUR, 0],
    [6 * HOUR, 0],
  ]);
});

test('a day of 23 hours ends where the next one begins', () => {
  const line = corners([{ from: 0, leads: [1] }, { from: 23 * HOUR, leads: [2] }], 0, DAY, 0, 47 * HOUR);
  assert.deepEqual(line, [
    [0, 1],
    [23 * HOUR, 1],
    [23 * HOUR, 2],
    [47 * HOUR, 2],
  ]);
});

test('the line never leaves the time that is shown', () => {
  const line = corners([{ from: -HOUR / 2, leads: [1] }], 0, HOUR, 0, HOUR);
  assert.ok(line.every(([at]) => at >= 0 && at <= HOUR));
});

test('an axis ends at a round number', () => {
  assert.deepEqual([1, 3, 7, 14, 99, 1204].map(ceiling), [1, 3, 8, 15, 100, 1500]);
});

test('a range ends where the day after its last day begins, also over a month', () => {
  assert.equal(nextDay('2026-02-28'), '2026-03-01');
  assert.equal(local(nextDay('2026-12-31')), '2026-12-31');
  assert.equal(local('2026-11-08T12:30'), '2026-11-08');
});
