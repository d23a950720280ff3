import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Found, Leak } from '../../../frontend/tundish/found.ts';
import { answer, changed, choice, cost, costShort, elsewhere, exactPoints, verdict, word } from '../../../frontend/tundish/leak-words.ts';

const LEAK: Leak = {
  where: [
    { key: 'source', value: 'partner_network' },
    { key: 'segment', value: 'micro' },
  ],
  leads: 110,
  moved: 20,
  lost: 80,
  undecided: 10,
  excess: 41.2,
  low: 25.4,
  high: 57.9,
  early: false,
  real: true,
};

const FOUND = {
  stages: [
    { key: 'captured', label: 'New leads', out: 120 },
    { key: 'qualified', label: 'Qualified', out: 0 },
  ],
  step: 0,
  chosen: 'excess',
  leaks: { leads: 500, moved: 260, lost: 200, undecided: 40, looked: 12, list: [LEAK] },
  left: [{ slug: 'no_budget', label: 'No budget', family: 'budget', leads: 90 }],
} as unknown as Found;

test('the answer names the segment, its loss against all others, what it costs, and why', () => {
  assert.equal(
    answer(FOUND, 'en'),
    'Between New leads and Qualified, source partner_network × segment micro loses 80%, all others 33%: ' +
      'about 41 leads more than elsewhere (25 to 58). The reason given most: No budget (90 of 120).',
  );
  assert.equal(elsewhere(FOUND.leaks, LEAK), 120 / 360);
});

test('too little is said to be too early and never called real', () => {
  const few = { ...LEAK, moved: 4, lost: 8, early: true, real: false };
  assert.equal(verdict(few), 'too early: 12 leads');
  assert.equal(cost(few), '–');
  const none = { ...FOUND, leaks: { ...FOUND.leaks, moved: 3, lost: 2, list: [few] } };
  assert.match(answer(none, 'en'), /^Too early: of 500 leads at New leads only 5 are decided/);
});

test('what could be chance is called that, and a better segment is not called a leak', () => {
  assert.equal(word({ ...LEAK, real: false }), 'chance');
  assert.equal(word({ ...LEAK, excess: -12 }), 'better');
  const calm = { ...FOUND, leaks: { ...FOUND.leaks, list: [{ ...LEAK, real: false }] } };
  assert.match(answer(calm, 'en'), /no kind of lead more often than the others by more than chance/);
  assert.equal(cost({ ...LEAK, excess: -12, low: -20, high: -4 }, 'en'), 'about 12 leads fewer than elsewhere (−20 to −4)');
});

test('beside a bar that says what it is, the cost is told shorter', () => {
  assert.equal(costShort(LEAK, 'en'), 'about 41 more (25 to 58)');
  assert.equal(costShort({ ...LEAK, excess: 0.2, low: -8, high: 7 }, 'en'), 'as many (−8 to 7)');
  assert.equal(costShort({ ...LEAK, excess: -1, low: -20, high: 4 }, 'en'), 'about 1 fewer (−20 to 4)');
});

test('nobody at the step is nobody, not a rate', () => {
  assert.match(answer({ ...FOUND, leaks: { leads: 0, moved: 0, lost: 0, undecided: 0, looked: 0, list: [] } }, 'en'), /^Nobody has come/);
});

test('the step that is shown says why it is', () => {
  assert.match(choice(FOUND), /one kind of lead is lost far more often/);
  assert.match(choice({ ...FOUND, chosen: 'asked' }), /came as far as New leads/);
});

const CHANGE: Change = {
  before: { from: 0, to: null, addressFrom: '', addressTo: null },
  after: { from: 0, to: null, addressFrom: '', addressTo: null },
  until: '',
  back: 604800,
  rateBefore: 0.42,
  rateAfter: 0.31,
  change: -0.11,
  mix: -0.09,
  rate: -0.02,
  leadsBefore: 400,
  leadsAfter: 380,
  parts: [],
};

test('a change is said with both of its causes', () => {
  assert.equal(
    changed(CHANGE, 'New leads', 'Qualified', 'source', 'en'),
    'New leads → Qualified fell to 31% from 42% (−11 points): −9 points because other kinds of leads came (by source), ' +
      '−2 points because like leads fared otherwise.',
  );
  assert.match(changed({ ...CHANGE, leadsAfter: 12 }, 'a', 'b', 'source', 'en'), /^Too early to judge \(12 leads/);
  assert.match(changed({ ...CHANGE, rateBefore: null }, 'a', 'b', 'source', 'en'), /^Nothing to compare/);
});

test('points carry their sign', () => {
  assert.equal(exactPoints(0.04, 'en'), '+4 points');
  assert.equal(exactPoints(-0.01, 'en'), '−1 point');
  assert.equal(exactPoints(0.0001, 'en'), '0 points');
  assert.equal(exactPoints(0.155, 'en'), '+16 points');
});
