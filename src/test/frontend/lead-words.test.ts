import assert from 'node:assert/strict';
import { test } from 'node:test';
import { howMany, standing, which, type Asked } from '../../../frontend/tundish/lead-words.ts';

const ASKED: Asked = {
  query: '',
  stages: [
    { key: 'captured', label: 'New leads' },
    { key: 'qualified', label: 'Qualified' },
  ],
  reasonLabel: null,
  total: 214,
  allowed: 2_592_000,
  filter: [],
  when: 'since the launch',
};

test('the sentence says which leads stand behind the number', () => {
  assert.equal(
    which({ ...ASKED, query: '?count=out&at=qualified&reason=no_budget', reasonLabel: 'No budget', filter: [['source', 'partner_network']] }),
    'Leads who came in since the launch and left at Qualified for “No budget”, source partner_network',
  );
  assert.equal(which(ASKED), 'Leads who came in since the launch');
  assert.equal(which({ ...ASKED, query: '?count=undecided&at=captured' }), 'Leads who came in since the launch and are at New leads and still in time');
});

test('values of one attribute are told as or, different ones one after the other', () => {
  const filter: Asked['filter'] = [
    ['source', 'a'],
    ['source', null],
    ['segment', 'micro'],
  ];
  assert.equal(which({ ...ASKED, filter }), 'Leads who came in since the launch, source a or not said, segment micro');
});

test('what happened in a time is not told as who came in then', () => {
  assert.equal(
    which({ ...ASKED, query: '?range=today&mode=activity&count=leads&at=qualified', when: 'today' }),
    'Leads who came as far as Qualified today',
  );
  assert.equal(
    which({ ...ASKED, query: '?range=week&count=bad&reason=spam', reasonLabel: 'Spam', when: 'during the last 7 days' }),
    'Leads who were called not right during the last 7 days for “Spam”',
  );
});

test('a bar of the times says how long it took', () => {
  assert.equal(
    which({ ...ASKED, query: '?count=took&at=qualified&took=3600-7200' }),
    'Leads who came in since the launch and came to Qualified in 1 h to 2 h from the stage before',
  );
  assert.match(which({ ...ASKED, query: '?count=took&at=qualified&took=86400-' }), /in 1 d or more/);
});

test('an earlier moment is named', () => {
  assert.match(which({ ...ASKED, query: '?count=leads&at=captured&until=2026-11-17T10:00' }), /\(as it stood on 2026-11-17 10:00\)$/);
});

test('a page says how many there are in all', () => {
  assert.equal(howMany(0, 0, true), 'Nobody');
  assert.equal(howMany(1, 1, true), '1 lead');
  assert.equal(howMany(214, 50, true), '214 leads, 50 on this page');
});

test('where a lead stands is one sentence, and a lead without an answer is not won', () => {
  const lead = { status: 'open', stage: 'Qualified', reason: null, voided: false, allowed: 2_592_000 };
  assert.equal(standing(lead), 'At Qualified, still in time.');
  assert.equal(standing({ ...lead, status: 'expired' }), 'At Qualified; its 30 days are over.');
  assert.equal(standing({ ...lead, status: 'out', reason: 'No budget', voided: true }), 'Taken out of every count. Left at Qualified: No budget.');
  assert.match(standing({ ...lead, status: 'unknown', stage: null }), /in no funnel/);
});
