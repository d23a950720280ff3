import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DASH, age, allowed, clock, count, money, moment, per100, percent, shortCount, span } from '../../../frontend/tundish/words.ts';

test('division by nothing shows a dash', () => {
  assert.equal(percent(null, 'en'), DASH);
  assert.equal(percent(Number.NaN, 'en'), DASH);
  assert.equal(percent(Number.POSITIVE_INFINITY, 'en'), DASH);
});

test('small shares can be told apart and are never rounded to nothing', () => {
  assert.equal(percent(0.42, 'en'), '42%');
  assert.equal(percent(0.075, 'en'), '7.5%');
  assert.match(percent(0.0001, 'en'), /^<.*0\.1%$/);
  assert.equal(percent(0, 'en'), '0%');
  assert.equal(percent(1.3, 'en'), '130%');
});

test('numbers follow the reader', () => {
  assert.equal(count(1234567, 'en'), '1,234,567');
  assert.equal(count(1234567, 'de'), '1.234.567');
  assert.equal(shortCount(1_234_567, 'en'), '1.23M');
});

test('spans are said in two units at most', () => {
  assert.equal(span(14), '14 s');
  assert.equal(span(3599), '1 h');
  assert.equal(span(12000), '3 h 20 min');
  assert.equal(span(86400 * 2 + 3600 * 5), '2 d 5 h');
  assert.equal(span(86400 * 40), '40 d');
  assert.equal(span(null), DASH);
});

test('times stand in the campaign’s zone, also across a change of its clocks', () => {
  const noon = Date.UTC(2026, 10, 23, 13, 3, 7);
  assert.equal(clock(noon, 'Europe/Amsterdam', 'en'), '14:03:07');
  assert.equal(clock(Date.UTC(2026, 6, 1, 12, 0, 0), 'Europe/Amsterdam', 'en'), '14:00:00');
  assert.equal(clock(noon, 'No/Such', 'en'), '13:03:07');
  assert.equal(clock(null), DASH);
});

test('an event of another day says which', () => {
  const now = Date.UTC(2026, 10, 23, 13, 0);
  assert.equal(moment(now - 60_000, now, 'UTC', 'en'), '12:59:00');
  assert.match(moment(now - 2 * 86_400_000, now, 'UTC', 'en'), /^Nov 21, 13:00$/);
  assert.equal(moment(Date.UTC(2018, 10, 14, 9, 0), now, 'UTC', 'en'), 'Nov 14, 2018');
});

test('a campaign’s age is said as people say it', () => {
  const now = Date.UTC(2026, 10, 23, 13, 0);
  assert.equal(age(now - 11_520_000, now), 'day 1 · 3 h 12 min');
  assert.equal(age(now - 3 * 86_400_000, now), 'day 4');
  assert.equal(age(null, now), '');
  assert.match(age(now + 3_600_000, now), /^starts in/);
});

test('money and shares of answers are short', () => {
  assert.equal(money('12400.50', 'EUR', 'en'), '€12,401');
  assert.equal(per100(0.18, 'en'), '18');
  assert.equal(per100(0.004, 'en'), '0.4');
});

test('a time allowed is said in whole words', () => {
  assert.equal(allowed(14 * 86_400), '14 days');
  assert.equal(allowed(86_400), '1 day');
  assert.equal(allowed(36 * 3600), '36 hours');
  assert.equal(allowed(90), '2 minutes');
});
