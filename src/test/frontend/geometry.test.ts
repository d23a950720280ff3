import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLOOR, block, depth, funnel, outlines, rim, shares, water, type Counts } from '../../../frontend/tundish/geometry.ts';

const row = (leads: number, open = 0, out = 0, expired = 0): Counts => ({ leads, open, out, expired });
const five = [row(1284, 584, 160), row(540, 138, 89, 12), row(301, 150, 55), row(96, 76, 6), row(14)];

test('heights are linear in leads above the floor', () => {
  const f = funnel(five, 1000, 260, 'cohort');
  assert.equal(f.vessels[0]!.height, 260);
  assert.ok(Math.abs(f.vessels[1]!.height - (260 * 540) / 1284) < 1e-9);
  assert.equal(f.vessels[1]!.magnified, 1);
});

test('what would be lower than the floor is drawn at the floor and says how much larger', () => {
  const last = funnel(five, 1000, 260, 'cohort').vessels[4]!;
  assert.equal(last.height, 260 * FLOOR);
  assert.ok(Math.abs(last.magnified - (FLOOR * 1284) / 14) < 1e-9);
});

test('vessels fill the width exactly, with gaps of their own share', () => {
  const f = funnel(five, 1000, 260, 'cohort');
  const last = f.vessels[4]!;
  assert.ok(Math.abs(last.x + last.width - 1000) < 1e-9);
  const gap = f.vessels[1]!.x - f.vessels[0]!.width;
  assert.ok(Math.abs(gap / last.width - 0.62) < 1e-9);
});

test('the parts of a vessel fill it from the top, in their order', () => {
  const v = funnel(five, 1000, 260, 'cohort').vessels[1]!;
  assert.deepEqual(
    v.parts.map((p) => p.name),
    ['moved', 'open', 'left', 'expired'],
  );
  const end = v.parts[3]!;
  assert.ok(Math.abs(end.top + end.height - v.height) < 1e-9);
});

test('a stream is straight where both sides are to scale, and flares where the next is magnified', () => {
  const f = funnel([row(100, 50), row(50, 40), row(10)], 1000, 260, 'cohort');
  assert.ok(Math.abs(f.streams[0]!.from - f.streams[0]!.to) < 1e-9);
  const flared = funnel([row(1000, 990), row(10)], 1000, 260, 'cohort').streams[0]!;
  assert.ok(flared.to > flared.from);
  assert.equal(depth(flared, 0), flared.from);
  assert.equal(depth(flared, 1), flared.to);
});

test('without a lead every vessel is an outline of full height and nothing flows', () => {
  const f = funnel([row(0), row(0), row(0)], 900, 260, 'cohort');
  assert.ok(f.vessels.every((v) => v.empty && v.height === 260));
  assert.ok(f.streams.every((s) => s.from === 0));
});

test('a stage that nobody reached yet is an outline at the floor', () => {
  const f = funnel([row(2, 2), row(0)], 900, 260, 'cohort');
  assert.equal(f.vessels[1]!.empty, true);
  assert.equal(f.vessels[1]!.height, 260 * FLOOR);
});

test('by what happened there are plain columns, and a later one may be the highest', () => {
  const f = funnel([row(10), row(40)], 900, 260, 'activity');
  assert.equal(f.vessels[1]!.height, 260);
  assert.equal(f.streams.length, 0);
  assert.deepEqual(
    f.vessels.map((v) => v.parts[0]!.name),
    ['column', 'column'],
  );
});

test('one lead among very many can still be seen, and the sum stays the same', () => {
  const heights = shares([1_000_000, 1], 200);
  assert.ok(heights[1]! >= 2);
  assert.ok(Math.abs(heights[0]! + heights[1]! - 200) < 1e-9);
  assert.deepEqual(shares([0, 0], 200), [0, 0]);
});

test('paths hold numbers only', () => {
  const f = funnel(five, 1000, 260, 'cohort');
  const paths = [...f.streams.map((s) => water(s, 80)), ...f.vessels.map((v) => block(v.x, 0, v.width, v.height, 10, 10))];
  paths.forEach((p) => assert.doesNotMatch(p, /NaN|undefined|Infinity/));
});

test('another campaign is drawn at our scale, in each vessel at the scale that ours is drawn with', () => {
  const f = funnel(five, 1000, 260, 'cohort');
  const other = outlines(f, five, [1000, 600, null, 48, 28], 260, 300);
  assert.ok(Math.abs(other[0]!.height - (260 * 1000) / 1284) < 1e-9);
  assert.equal(other[2], null);
  assert.ok(Math.abs(other[4]!.height - 2 * f.vessels[4]!.height) < 1e-9);
});

test('what would reach too far is left open at its far end', () => {
  const f = funnel(five, 1000, 260, 'cohort');
  const other = outlines(f, five, [9000, 540, 301, 96, 14], 260, 300)[0]!;
  assert.deepEqual(other, { height: 300, cut: true });
  assert.doesNotMatch(rim(0, 0, 100, 300, true), /Z/);
  assert.match(rim(0, 0, 100, 300, false), /Z/);
});

test('where we have nobody yet, the other one is drawn by its share of our first stage', () => {
  const rows = [row(100, 100), row(0)];
  const other = outlines(funnel(rows, 1000, 260, 'cohort'), rows, [100, 50], 260, 300);
  assert.equal(other[1]!.height, 130);
  assert.deepEqual(outlines(funnel([row(0), row(0)], 1000, 260, 'cohort'), [row(0), row(0)], [5, 1], 260, 300), [null, null]);
});
