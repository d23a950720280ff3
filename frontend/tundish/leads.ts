import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as address from './address';
import { howMany, which } from './lead-words';
import { panels } from './panels';
import { Fed } from './seen';
import { complete, when } from './sentences';
import { base } from './styles';
import { wayfinding } from './way';
import { DASH, count, leads, moment, money } from './words';

interface Row {
  number: number;
  lead: string;
  name: string | null;
  company: string | null;
  came: number | null;
  stage: string | null;
  reached: number | null;
  status: 'open' | 'out' | 'converted';
  reason: string | null;
  voided: boolean;
  value: { currency: string; amount: string } | null;
  good: boolean | null;
  said: string[];
  attributes: Record<string, string>;
}

interface List {
  key: string;
  campaign: string;
  zone: string;
  query: string;
  from: number | null;
  to: number | null;
  stages: { key: string; label: string }[];
  reasonLabel: string | null;
  allowed: number;
  sort: string;
  columns: string[];
  total: number;
  leads: Row[];
  next: string | null;
  problem: string | null;
}

const SORTED: Record<string, string> = { first: 'Came in', stage: 'Stage', reached: 'Since', value: 'Value', verdict: 'Verdict' };
const GLYPH: Record<Row['status'], string> = { open: '●', out: '▼', converted: '✓' };

/** The leads behind a number, a page at a time. What is on the page keeps its place; who comes new is announced. */
export class TundishLeads extends Fed {
  static properties = {
    picture: { type: String },
    completeTo: { type: Number },
    list: { state: true },
    shown: { state: true },
    slow: { state: true },
  };
  declare picture: string;
  declare completeTo: number;
  declare list: List | null;
  declare shown: Row[];
  declare slow: boolean;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.picture = '';
    this.completeTo = 0;
    this.list = null;
    this.shown = [];
    this.slow = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.patience = setTimeout(() => (this.slow = true), 4000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.patience);
  }

  protected firstUpdated(): void {
    wayfinding(this);
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('picture') && this.picture) {
      const next = JSON.parse(this.picture) as List;
      const same = this.list !== null && this.list.key === next.key && this.list.query === next.query;
      this.shown = same && this.shown.length > 0 ? kept(this.shown, next.leads) : next.leads;
      this.list = next;
    }
    if (changed.has('completeTo') && this.completeTo) {
      this.alive(this.completeTo, this.list?.zone);
    }
  }

  protected render(): TemplateResult {
    const l = this.list;
    if (l === null) {
      return html`<div class="wait" role="status">
        ${this.slow ? 'No answer from the database yet. It is asked again until there is one; nothing is lost meanwhile.' : 'Fetching the leads …'}
      </div>`;
    }
    const known = new Set(this.shown.map((r) => r.number));
    const more = l.leads.filter((r) => !known.has(r.number)).length;
    return html`
      <header>
        <nav class="crumbs" aria-label="Where you are">
          <a href="/">Overview</a><a href=${address.campaign(l.key, l.query)}><bdi>${l.campaign}</bdi></a
          ><a href=${explored(l)}>Where it leaks</a><span aria-current="page">Leads</span>
        </nav>
        <div class="head">
          <h1><span id="total" data-total=${l.total}>${l.problem === null ? howMany(l.total, this.shown.length, !paged(l)) : 'No such number'}</span></h1>
          ${l.total > 0 ? html`<a class="button" href=${address.leads(l.key, l.query, number(l), 'leads.csv')} download>Download all as CSV</a>` : nothing}
        </div>
        <p class="which" id="which">${l.problem === null ? `${this.which(l)}.` : l.problem}</p>
        <p class="small quiet">${l.zone} · ${complete(this.completeTo, l.zone)}</p>
      </header>
      <section class="card">
        <div class="news" role="status">
          ${more > 0
            ? html`<button class="new" @click=${() => (this.shown = l.leads)}>${paged(l) ? 'The list has moved on, show it' : `${count(more)}${more === l.leads.length ? '+' : ''} new, show`}</button>`
            : nothing}
        </div>
        ${this.shown.length === 0 ? this.nobody(l) : this.table(l)} ${this.pages(l)}
      </section>
    `;
  }

  private which(l: List): string {
    const range = (address.rangeOf(l.query) ?? 'between') as 'all';
    return which({ ...l, filter: address.filters(l.query), when: when({ range, from: l.from, to: l.to, zone: l.zone }, this.completeTo) });
  }

  private nobody(l: List): TemplateResult {
    return l.problem !== null
      ? html`<p class="none">The address asks for a number that does not exist. <a href=${address.campaign(l.key, '')}>To the campaign</a></p>`
      : html`<p class="none">No lead is counted there now. A link that was sent earlier may be older than what changed since.</p>`;
  }

  private table(l: List): TemplateResult {
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Lead</th>
            ${this.sortable(l, 'first')} ${this.sortable(l, 'stage')} ${this.sortable(l, 'reached')}
            <th scope="col">Status</th>
            ${this.sortable(l, 'value', 'n')} ${this.sortable(l, 'verdict')} ${l.columns.map((key) => html`<th scope="col">${key}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.shown,
            (r) => r.number,
            (r) => this.row(l, r),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private sortable(l: List, name: string, cls = ''): TemplateResult {
    const [by, way] = l.sort.split('-');
    const on = by === name;
    const next = `${name}-${on && way === 'desc' ? 'asc' : 'desc'}`;
    const query = new URLSearchParams(l.query);
    query.delete('page');
    query.set('sort', next);
    if (next === 'first-desc') {
      query.delete('sort');
    }
    const said = query.toString();
    return html`<th scope="col" class=${cls} aria-sort=${on ? (way === 'desc' ? 'descending' : 'ascending') : 'none'}>
      <a href=${`/campaigns/${l.key}/leads${said ? `?${said}` : ''}`}>${SORTED[name]}<span aria-hidden="true">${on ? (way === 'desc' ? ' ↓' : ' ↑') : ''}</span></a>
    </th>`;
  }

  private row(l: List, r: Row): TemplateResult {
    const who = r.name ?? r.company ?? r.lead;
    const sub = [r.name === null ? null : r.company, who === r.lead ? null : r.lead].filter((x) => x !== null).join(' · ');
    const time = (ms: number | null): string => (ms === null ? DASH : moment(ms, this.completeTo, l.zone));
    return html`<tr>
      <th scope="row">
        <a href=${`/campaigns/${l.key}/leads/${r.number}${l.query}`}><bdi>${who}</bdi></a>
        ${sub ? html`<span class="sub small quiet"><bdi>${sub}</bdi></span>` : nothing}
      </th>
      <td>${time(r.came)}</td>
      <td>${r.stage ?? 'in no funnel'}</td>
      <td>${time(r.reached)}</td>
      <td>
        <span class="glyph ${r.status}" aria-hidden="true">${GLYPH[r.status]}</span>
        ${r.status === 'converted' ? 'won' : r.status === 'out' ? html`left${r.reason ? html`: <bdi>${r.reason}</bdi>` : nothing}` : 'under way'}${r.voided ? html` <span class="quiet">(taken out)</span>` : nothing}
      </td>
      <td class="n">${r.value === null ? nothing : money(r.value.amount, r.value.currency)}</td>
      <td>
        ${r.good === null ? html`<span class="quiet">no answer</span>` : r.good ? html`✓ good` : html`not right`}${r.said.length > 0
          ? html`<span class="sub small quiet"><bdi>${r.said.join(', ')}</bdi></span>`
          : nothing}
      </td>
      ${l.columns.map((key) => html`<td><bdi>${r.attributes[key] ?? ''}</bdi></td>`)}
    </tr>`;
  }

  private pages(l: List): TemplateResult | typeof nothing {
    if (l.next === null && !paged(l)) {
      return nothing;
    }
    const to = (page: string | null): string => {
      const query = new URLSearchParams(l.query);
      query.delete('page');
      if (page !== null) {
        query.set('page', page);
      }
      return `/campaigns/${l.key}/leads?${query}`;
    };
    return html`<nav class="pages" aria-label="Pages">
      ${paged(l) ? html`<a class="button" href=${to(null)}>From the beginning</a>` : html`<span></span>`}
      ${l.next !== null ? html`<a class="button" id="older" rel="next" href=${to(l.next)}>Next ${leads(50)}</a>` : html`<span class="small quiet">These are the last.</span>`}
    </nav>`;
  }

  static styles = [
    base,
    panels,
    css`
      :host {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 8px 16px;
      }
      .which {
        font-size: 16px;
        line-height: 24px;
        margin: 6px 0 8px;
        max-width: 96ch;
        overflow-wrap: anywhere;
      }
      .button,
      .new {
        font: 500 14px/20px var(--t-font);
        padding: 7px 14px;
        border: 1px solid var(--t-line);
        border-radius: 8px;
        background: var(--t-surface);
        color: var(--t-ink);
        cursor: pointer;
      }
      .button:hover {
        border-color: var(--t-flow);
        text-decoration: none;
      }
      .news {
        height: 0;
        position: sticky;
        top: 68px;
        z-index: 2;
        text-align: center;
      }
      .new {
        background: var(--t-flow);
        color: var(--t-on-flow);
        border-color: var(--t-flow);
        border-radius: 999px;
        font-weight: 600;
      }
      th a {
        color: inherit;
      }
      tbody th a {
        color: var(--t-flow);
        font-weight: 500;
      }
      .sub {
        display: block;
      }
      td {
        white-space: nowrap;
      }
      td .sub {
        white-space: normal;
        min-width: 160px;
      }
      tbody th {
        min-width: 140px;
        overflow-wrap: anywhere;
      }
      .glyph {
        color: var(--t-flow);
        font-size: 11px;
      }
      .glyph.out {
        color: var(--t-left);
      }
      .glyph.converted {
        color: var(--t-won);
        font-size: 14px;
        font-weight: 700;
      }
      .pages {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-top: 16px;
        gap: 12px;
      }
    `,
  ];
}

/** The rows that are read, with what is known of them now; who is no longer among them stays until the list is renewed. */
function kept(shown: Row[], next: Row[]): Row[] {
  const fresh = new Map(next.map((r) => [r.number, r]));
  return shown.map((r) => fresh.get(r.number) ?? r);
}

function paged(l: List): boolean {
  return new URLSearchParams(l.query).has('page');
}

/** The file holds the same leads. */
function number(l: List): address.Behind {
  const p = new URLSearchParams(l.query);
  const took = p.get('took')?.split('-');
  return {
    count: p.get('count') ?? undefined,
    at: p.get('at') ?? undefined,
    reason: p.get('reason') ?? undefined,
    until: p.get('until') ?? undefined,
    took: took ? [Number(took[0] || 0), took[1] ? Number(took[1]) : null] : undefined,
  };
}

/** The page about the leak whose leads these are. */
function explored(l: List): string {
  const p = new URLSearchParams(l.query);
  const step = p.get('at');
  ['count', 'at', 'reason', 'took', 'until', 'sort', 'page', 'lead'].forEach((name) => p.delete(name));
  return address.explore(l.key, p.toString(), { step });
}

customElements.define('tundish-leads', TundishLeads);
