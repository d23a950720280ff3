import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouped, line, steps, widen } from '../../../frontend/tundish/series.ts';

const cell = (from: number, judged: number, no_budget = 0) => ({ from, judged, counts: { no_budget } });

test('neighbours are joined until each holds enough answers', () => {
  const wide = widen([cell(0, 4, 1), cell(10, 6, 2), cell(20, 11, 3), cell(30, 2, 1)], 10, 40);
  assert.deepEqual(
    wide.map((w) => [w.from, w.to, w.judged, w.thin, w.counts['no_budget']]),
    [
      [0, 20, 10, false, 3],
      [20, 30, 11, false, 3],
      [30, 40, 2, true, 1],
    ],
  );
});

test('the order in which cells come does not matter, and none gives none', () => {
  assert.deepEqual(widen([cell(10, 6), cell(0, 4)], 10, 20), widen([cell(0, 4), cell(10, 6)], 10, 20));
  assert.deepEqual(widen([], 10, 20), []);
});

test('sixty minutes become thirty steps without losing a lead', () => {
  const sums = grouped(Array.from({ length: 60 }, (_, i) => i), 2);
  assert.equal(sums.length, 30);
  assert.equal(
    sums.reduce((a, b) => a + b, 0),
    1770,
  );
});

test('lines hold numbers only, also where nothing happened', () => {
  assert.doesNotMatch(line([0, 0, 0], 96, 28, 0), /NaN|Infinity/);
  assert.equal(steps([{ x1: 0, x2: 5, y: 1 }]), 'M0,1 L5,1');
});
