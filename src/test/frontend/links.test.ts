import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike, behind, change, explore, lead, without } from '../../../frontend/tundish/links.ts';

const place = { key: 'spring', query: '?range=week&filter=source%3Agoogle&filter=segment%3Amicro&vs=previous&step=qualified', links: true };

test('the leads behind a number are those of the very same view', () => {
  const at = behind(place, { count: 'out', at: 'qualified', reason: 'no_budget' })!;
  const asked = new URL(at, 'http://x').searchParams;
  assert.equal(asked.get('range'), 'week');
  assert.deepEqual(asked.getAll('filter'), ['source:google', 'segment:micro']);
  assert.equal(asked.get('count'), 'out');
  assert.equal(asked.get('at'), 'qualified');
  assert.equal(asked.get('reason'), 'no_budget');
});

test('what it is compared with and which step leaks say nothing of the leads', () => {
  assert.doesNotMatch(behind(place, { count: 'leads', at: 'captured' })!, /vs=|step=/);
});

test('who may not see leads is led nowhere', () => {
  assert.equal(behind({ ...place, links: false }, { count: 'leads' }), null);
});

test('the way to where it leaks keeps the whole view', () => {
  assert.match(explore(place, 'accepted'), /^\/campaigns\/spring\/explore\?range=week.*vs=previous&step=accepted$/);
  assert.equal(explore({ key: 'spring', query: '', links: true }), '/campaigns/spring/explore');
});

test('a lead is named by its number alone', () => {
  assert.equal(lead('spring', 17), '/campaigns/spring/leads/17');
});

test('one thing changes and all else stays', () => {
  assert.equal(change('?range=week&vs=previous', { range: 'today', mode: null }), 'range=today&vs=previous');
  assert.equal(change('?range=week', { range: null }), '');
});

test('a filter is taken out by its key and value, another one of the same key stays', () => {
  const kept = without('?filter=source%3Aa&filter=source%3Ab%26c&range=week', 'source', 'a');
  assert.deepEqual(new URLSearchParams(kept).getAll('filter'), ['source:b&c']);
  assert.equal(new URLSearchParams(kept).get('range'), 'week');
});

test('views are alike whatever they are compared with, and however their address is written', () => {
  assert.ok(alike('?range=week&vs=previous', '?range=week'));
  assert.ok(alike('?filter=a%3Ab+c', '?filter=a:b%20c'));
  assert.ok(!alike('?range=week', '?range=today'));
});
