import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { health, pace, why } from './health';

import type { Row } from './overview-rows';
import { spark } from './spark';
import { mini } from './vessels';
import { DASH, age, count, leads, money, per100, shortCount, span } from './words';

/** The names of the columns. */
export const COLUMNS = ['Health', 'Campaign', 'Funnel', 'Leads → won', 'Last hour', 'Goal', 'Cost', 'Top reason against', 'Waiting for sales'];

/** A campaign: the whole row is its link. */
export function row(r: Row, now: number, open: (event: MouseEvent, key: string) => void): TemplateResult {
  const h = health(r);
  const reason = why(r);
  const c = r.counts;
  const first = c.leads[0] ?? 0;
  const last = c.leads[c.leads.length - 1] ?? 0;
  const hour = c.lastHour.reduce((a, b) => a + b, 0);
  const stages = c.leads.map((n, k) => ({ leads: n, open: c.open[k] ?? null, out: c.out[k] ?? null, expired: null }));
  return html`<div class="row ${reason === null ? '' : 'told'}" role="row" data-key=${r.key}>
    <span class="health ${h.tone}" role="cell"><span class="glyph" aria-hidden="true">${h.glyph}</span> <b>${h.word}</b></span>
    <span class="who" role="rowheader"
      ><a href="/campaigns/${r.key}" @click=${(e: MouseEvent) => open(e, r.key)}><bdi title=${r.about.name}>${r.about.name}</bdi></a
      ><span class="small quiet"><bdi>${about(r, now)}</bdi></span
      >${reason === null ? nothing : html`<span class="why small ${h.tone}"><bdi title=${reason}>${reason}</bdi></span>`}</span
    >
    <span class="mini" role="cell"><span class="twin">${stepsInWords(r)}</span>${mini(stages)}</span>
    <span class="turn" role="cell"
      ><span class="figures"><b id=${`leads-${r.key}`}>${shortCount(first)}</b><span class="quiet"> → </span><b id=${`won-${r.key}`}>${shortCount(last)}</b></span
      ><span class="small quiet"><bdi>${r.about.labels[0]}</bdi> → <bdi>${r.about.labels[r.about.labels.length - 1]}</bdi></span></span
    >
    <span class="spark" role="cell">${spark(c.lastHour)}<span class="small quiet">${leads(hour)}</span></span>
    <span class="pace" role="cell">${goal(r)}</span>
    <span class="cost" role="cell">${cost(r)}</span>
    <span class="said" role="cell">${said(r)}</span>
    <span class="wait" role="cell">${waiting(r, now)}</span>
  </div>`;
}

function about(r: Row, now: number): string {
  const a = r.about;
  const when =
    a.state === 'ended' && a.endsAt !== null ? `ended ${span((now - a.endsAt) / 1000)} ago` : a.state === 'archived' ? 'archived' : age(a.launchedAt, now);
  return [a.channel, when, a.owner].filter(Boolean).join(' · ') || r.key;
}

/** What the small funnel shows, for those who hear it. */
function stepsInWords(r: Row): string {
  return r.about.labels.map((label, k) => `${label} ${count(r.counts.leads[k] ?? 0)}`).join(', ');
}

function goal(r: Row): TemplateResult {
  const g = r.standing.goal;
  if (g === null) {
    return html`<span class="none" title="No target">${DASH}</span>`;
  }
  const p = pace(r.counts.leads[g.stage] ?? 0, g);
  return html`<span class="bar" aria-hidden="true"
      ><i style=${styleMap({ width: `${p.done * 100}%` })}></i>${p.due === null ? nothing : html`<em style=${styleMap({ left: `${p.due * 100}%` })}></em>`}</span
    ><span class="small">${p.words}</span><span class="small quiet"><bdi>${r.about.labels[g.stage]}</bdi> ${count(g.wanted)}</span>`;
}

function cost(r: Row): TemplateResult {
  const c = r.counts.cost;
  return c === null
    ? html`<span class="none" title="What was spent is not known">${DASH}</span>`
    : html`<span>${money(c.amount, c.currency)}</span><span class="small quiet">per <bdi>${c.stage}</bdi></span>`;
}

function said(r: Row): TemplateResult {
  const c = r.counts;
  const answered = c.handedOver ? html`<span class="small quiet">${count(c.answered ?? 0)} of ${count(c.handedOver)} answered</span>` : nothing;
  return c.reason === null
    ? html`<span class="quiet small">${c.judged === 0 ? 'No answers yet' : 'No reason named'}</span>${answered}`
    : html`<span class="reason"><i style=${styleMap({ background: `var(--t-${c.reason.family})` })}></i><bdi title=${c.reason.label}>${c.reason.label}</bdi></span>
        <span class="small quiet">${per100(c.reason.share)} per 100 answered</span>`;
}

function waiting(r: Row, now: number): TemplateResult {
  if (!r.about.handover) {
    return html`<span class="none" title="No sales: the funnel runs to the purchase">${DASH}</span>`;
  }
  if (r.counts.waiting === 0) {
    return html`<span class="small quiet">none</span>`;
  }
  const since = r.standing.waitingSince;
  return html`<span><b>${shortCount(r.counts.waiting)}</b></span
    ><span class="small quiet">${since === null ? 'waiting' : `oldest ${span(Math.max(0, (now - since) / 1000))}`}</span>`;
}

/** The first line: which campaign needs one now. */
export function summary(rows: Row[], urgent: Row[], open: (event: MouseEvent, key: string) => void): TemplateResult {
  const shown = urgent.slice(0, 3);
  const watched = rows.filter((r) => r.standing.word === 'watch').length;
  const more = watched === 0 ? nothing : html` ${count(watched)} more to watch.`;
  if (urgent.length === 0) {
    const words = new Map<string, number>();
    rows.forEach((r) => words.set(health(r).word.toLowerCase(), (words.get(health(r).word.toLowerCase()) ?? 0) + 1));
    const rest = [...words].map(([word, n]) => `${count(n)} ${word}`).join(', ');
    return html`<b>${rows.length === 1 ? 'It does not need you now' : `None of ${count(rows.length)} campaigns needs you now`}</b>: ${rest}.`;
  }
  return html`<b
      >${count(urgent.length)} of ${count(rows.length)} ${rows.length === 1 ? 'campaign' : 'campaigns'} ${urgent.length === 1 ? 'needs' : 'need'} you</b
    >:
    ${shown.map(
      (r, i) => html`${i > 0 ? ', ' : nothing}<a href="/campaigns/${r.key}" @click=${(e: MouseEvent) => open(e, r.key)}><bdi>${r.about.name}</bdi></a>`,
    )}${urgent.length > shown.length ? ` and ${count(urgent.length - shown.length)} more` : nothing}.${more}`;
}

