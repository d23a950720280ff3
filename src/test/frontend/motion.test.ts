import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Waves, easeInOut, fresh } from '../../../frontend/tundish/motion.ts';

const tick = (leads: number[], out: number[] = leads.map(() => 0)) => ({ leads, out });

test('every lead that moved is a dot before the stage it reached', () => {
  const wave = new Waves().next(tick([10, 5, 1]), tick([12, 6, 1], [0, 1, 0]), 0);
  assert.deepEqual(wave, { into: [2, 1, 0], out: [0, 1, 0], each: 1 });
});

test('nothing runs backwards', () => {
  assert.deepEqual(new Waves().next(tick([10, 5]), tick([8, 5]), 0).into, [0, 0]);
});

test('in a crowd a dot is ten leads, and none is forgotten', () => {
  const waves = new Waves();
  const first = waves.next(tick([0]), tick([104]), 0);
  assert.equal(first.each, 10);
  assert.deepEqual(first.into, [10]);
  assert.deepEqual(waves.next(tick([104]), tick([120]), 100).into, [2]);
});

test('when the crowd has passed a dot is a lead again', () => {
  const waves = new Waves();
  waves.next(tick([0]), tick([100]), 0);
  assert.equal(waves.next(tick([100]), tick([101]), 10_000).each, 1);
});

test('a dot begins and ends where it should', () => {
  assert.equal(easeInOut(0), 0);
  assert.equal(easeInOut(0.5), 0.5);
  assert.equal(easeInOut(1), 1);
});

test('only what happened just now is news: an import of last week is not', () => {
  const before = { from: 100, counts: [[1, 0], [2, 1]] };
  assert.deepEqual(fresh(before, { from: 100, counts: [[1, 0], [4, 1]] }), [2, 0]);
  assert.deepEqual(fresh(before, { from: 101, counts: [[2, 1], [3, 2]] }), [3, 2]);
  assert.deepEqual(fresh(before, before), [0, 0]);
});

test('minutes from before the first picture are no news', () => {
  assert.deepEqual(fresh({ from: 100, counts: [[0]] }, { from: 98, counts: [[9], [9], [1]] }), [1]);
});
