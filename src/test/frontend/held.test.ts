import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Held } from '../../../frontend/tundish/held.ts';

const self = (x: string): string => x;
const hear = (held: Held, ...types: string[]): void => types.forEach((type) => held.hear(new Event(type)));

test('a list keeps its order while someone is in it, and takes the new one when they leave', () => {
  const held = new Held();
  assert.deepEqual(held.arrange(['a', 'b', 'c'], self, 'x'), ['a', 'b', 'c']);
  hear(held, 'pointerenter');
  assert.deepEqual(held.arrange(['c', 'a', 'b'], self, 'x'), ['a', 'b', 'c']);
  hear(held, 'pointerleave');
  assert.deepEqual(held.arrange(['c', 'a', 'b'], self, 'x'), ['c', 'a', 'b']);
});

test('what is new while it is held comes last, and what is gone is gone', () => {
  const held = new Held();
  held.arrange(['a', 'b'], self, 'x');
  hear(held, 'focusin');
  assert.deepEqual(held.arrange(['x', 'b', 'y'], self, 'x'), ['b', 'x', 'y']);
});

test('pointer and focus hold each for itself', () => {
  const held = new Held();
  held.arrange(['a', 'b'], self, 'x');
  hear(held, 'pointerenter', 'focusin', 'pointerleave');
  assert.deepEqual(held.arrange(['b', 'a'], self, 'x'), ['a', 'b']);
  hear(held, 'focusout');
  assert.deepEqual(held.arrange(['b', 'a'], self, 'x'), ['b', 'a']);
});

test('a list of something else comes in its own order, wherever the pointer is', () => {
  const held = new Held();
  held.arrange(['a', 'b'], self, 'x');
  hear(held, 'pointerenter');
  assert.deepEqual(held.arrange(['b', 'a'], self, 'y'), ['b', 'a']);
});
