import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled, numbered, within, type Change } from '../../../frontend/tundish/marks.ts';

const change = (id: string, at: number): Change => ({ id, at, by: 'ana', what: id, kind: 'marketing' });

test('changes are numbered from the oldest on, whatever order they come in', () => {
  const marks = numbered([change('c', 30), change('a', 10), change('b', 20)]);
  assert.deepEqual(
    marks.map((m) => `${m.number}${m.id}`),
    ['1a', '2b', '3c'],
  );
  const more = numbered([change('c', 30), change('a', 10), change('d', 40), change('b', 20)]);
  assert.deepEqual(more.slice(0, 3), marks);
});

test('only those of the span are drawn, and they keep their numbers', () => {
  const marks = numbered([change('a', 10), change('b', 20), change('c', 30)]);
  assert.deepEqual(
    within(marks, 15, 30).map((m) => m.number),
    [2, 3],
  );
});

test('changes that would stand on each other are one line that says how many', () => {
  const marks = numbered([change('a', 10), change('b', 10), change('c', 11), change('d', 90)]);
  const bundles = bundled(marks, 0, 100, 100);
  assert.deepEqual(
    bundles.map((b) => b.label),
    ['1–3', '4'],
  );
  assert.equal(bundles.flatMap((b) => b.marks).length, 4);
});
