import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaign, explore, filters, leads, range, rangeOf, toggled, unfiltered } from '../../../frontend/tundish/address.ts';

const QUERY = 'range=week&window=P7D&filter=source%3Apartner_network&filter=region%3A&step=captured&by=segment&until=2026-11-17';

function said(address: string): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  new URL(address, 'http://x').searchParams.forEach((v, k) => (all[k] ??= []).push(v));
  return all;
}

test('a number links to its leads with the view it was counted in, and nothing of the page it stands on', () => {
  const to = leads('spring', QUERY, { count: 'out', at: 'qualified', reason: 'no_budget', where: [['segment', 'micro']] });
  assert.equal(to.split('?')[0], '/campaigns/spring/leads');
  assert.deepEqual(said(to), {
    range: ['week'],
    window: ['P7D'],
    filter: ['source:partner_network', 'region:', 'segment:micro'],
    count: ['out'],
    at: ['qualified'],
    reason: ['no_budget'],
  });
});

test('a segment takes the place of what was filtered by the same attribute', () => {
  const to = leads('spring', QUERY, { where: [['source', null]] });
  assert.deepEqual(said(to)['filter'], ['region:', 'source:']);
});

test('a bar says how long it took, and a period its own times', () => {
  assert.deepEqual(said(leads('s', '', { count: 'took', at: 'qualified', took: [3600, 7200] }))['took'], ['3600-7200']);
  assert.deepEqual(said(leads('s', '', { took: [86400, null] }))['took'], ['86400-']);
  assert.deepEqual(said(leads('s', QUERY, { from: '2026-11-10T00:00', to: null, until: '2026-11-17T00:00' })), {
    window: ['P7D'],
    filter: ['source:partner_network', 'region:'],
    from: ['2026-11-10T00:00'],
    until: ['2026-11-17T00:00'],
  });
});

test('values of one attribute are added and taken away one by one', () => {
  const more = toggled('s', QUERY, ['source', 'google']);
  assert.deepEqual(said(more)['filter'], ['source:partner_network', 'region:', 'source:google']);
  const less = toggled('s', more.split('?')[1]!, ['source', 'partner_network']);
  assert.deepEqual(said(less)['filter'], ['region:', 'source:google']);
  assert.deepEqual(said(toggled('s', QUERY, ['region', null]))['filter'], ['source:partner_network']);
  assert.equal(said(unfiltered('s', QUERY))['filter'], undefined);
});

test('what is filtered by is read from the address as it was written', () => {
  assert.deepEqual(filters(QUERY), [
    ['source', 'partner_network'],
    ['region', null],
  ]);
  assert.deepEqual(filters('filter=nonsense&filter=a%3Ab%3Ac'), [['a', 'b:c']]);
});

test('strange values stay values', () => {
  const odd = '"><script>&filter=x:y é 😀 +%';
  const to = explore('s', '', {}, [['source', odd]]);
  assert.deepEqual(said(to)['filter'], [`source:${odd}`]);
  assert.deepEqual(filters(to.split('?')[1]!), [['source', odd]]);
});

test('another time keeps the filter and drops what belonged to the old one', () => {
  assert.deepEqual(said(range('s', QUERY + '&mode=cohort', 'today')), {
    range: ['today'],
    window: ['P7D'],
    filter: ['source:partner_network', 'region:'],
    step: ['captured'],
    by: ['segment'],
  });
  assert.equal(rangeOf(''), 'all');
  assert.equal(rangeOf(QUERY), 'week');
  assert.equal(rangeOf('from=2026-11-10'), null);
  assert.equal(campaign('s', 'step=captured&by=x'), '/campaigns/s');
});
