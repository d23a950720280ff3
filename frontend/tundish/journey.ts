import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as address from './address';
import { standing } from './lead-words';
import { panels } from './panels';
import { Fed } from './seen';
import { complete } from './sentences';
import { base } from './styles';
import { wayfinding } from './way';
import { clock, date, money, span } from './words';

interface Money {
  currency: string;
  amount: string;
}

interface Happening {
  at: number;
  late: number | null;
  words: string;
  tone: 'flow' | 'won' | 'left' | 'said' | 'other';
  by: string | null;
  comment: string | null;
  value: Money | null;
  attributes: Record<string, string>;
  counts: string[];
  idle: boolean;
}

interface Journey {
  key: string;
  campaign: string;
  zone: string;
  number: number;
  lead: string;
  card: Record<'name' | 'company' | 'email' | 'phone' | 'url' | 'owner', string | null> | null;
  status: string;
  stage: string | null;
  reason: string | null;
  voided: boolean;
  allowed: number;
  stages: { label: string; at: number | null; seen: boolean }[];
  verdict: { good: boolean; stated: boolean; reasons: string[]; at: number } | null;
  value: Money | null;
  attributes: Record<string, string>;
  events: Happening[];
}

const GLYPH: Record<Happening['tone'], string> = { flow: '●', won: '✓', left: '▼', said: '◆', other: '○' };

/** One lead: where it stands, who it is, and everything that happened, in the order in which it counts. */
export class TundishJourney extends Fed {
  static properties = {
    picture: { type: String },
    completeTo: { type: Number },
    from: { type: String },
    mayErase: { type: Boolean },
    journey: { state: true },
    slow: { state: true },
  };
  declare picture: string;
  declare completeTo: number;
  /** The query of the list that one came from. */
  declare from: string;
  /** Whether the reader may erase who this is. */
  declare mayErase: boolean;
  declare journey: Journey | null;
  declare slow: boolean;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.picture = '';
    this.completeTo = 0;
    this.from = '';
    this.mayErase = false;
    this.journey = null;
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
      this.journey = JSON.parse(this.picture) as Journey;
    }
    if (changed.has('completeTo') && this.completeTo) {
      this.alive(this.completeTo, this.journey?.zone);
    }
  }

  protected render(): TemplateResult {
    const j = this.journey;
    if (j === null) {
      return html`<div class="wait" role="status">
        ${this.slow ? 'No answer from the database yet. It is asked again until there is one; nothing is lost meanwhile.' : 'Fetching the journey …'}
      </div>`;
    }
    const who = j.card?.name ?? j.card?.company ?? j.lead;
    return html`
      <header>
        <nav class="crumbs" aria-label="Where you are">
          <a href="/">Overview</a><a href=${address.campaign(j.key, this.from)}><bdi>${j.campaign}</bdi></a
          ><a id="back" href=${`/campaigns/${j.key}/leads${this.from}`}>Leads</a><span aria-current="page">Lead ${j.number}</span>
        </nav>
        <h1><bdi>${who}</bdi></h1>
        <p class="standing" id="standing">${standing(j)}</p>
        <p class="small quiet">${j.zone} · ${complete(this.completeTo, j.zone)}</p>
      </header>
      <div class="two">
        <section class="card" aria-labelledby="story">
          <h2 id="story">What happened</h2>
          <p class="small quiet">Every event of this lead, the earliest first, by when it happened.</p>
          <ol class="events">
            ${repeat(
              j.events,
              (e, i) => `${i}/${e.at}/${e.words}`,
              (e) => this.event(j, e),
            )}
          </ol>
        </section>
        <div class="side">
          <section class="card" aria-labelledby="way"><h2 id="way">How far it came</h2>${this.stages(j)}</section>
          <section class="card" aria-labelledby="says"><h2 id="says">What was said of it</h2>${this.verdict(j)}</section>
          <section class="card" aria-labelledby="who"><h2 id="who">Who it is</h2>${this.card(j)}${this.erasing(j)}</section>
          <section class="card" aria-labelledby="what"><h2 id="what">Where it came from</h2>${this.origin(j)}</section>
        </div>
      </div>
    `;
  }

  private event(j: Journey, e: Happening): TemplateResult {
    const extra = Object.entries(e.attributes);
    return html`<li class="${e.tone} ${e.idle ? 'idle' : ''}">
      <span class="glyph" aria-hidden="true">${GLYPH[e.tone]}</span>
      <time datetime=${new Date(e.at).toISOString()}>${date(e.at, this.completeTo, j.zone)}, ${clock(e.at, j.zone)}</time>
      <div class="what">
        <b><bdi>${e.words}</bdi></b>${e.value ? html` · ${money(e.value.amount, e.value.currency)}` : nothing}${e.by ? html`<span class="quiet"> · by <bdi>${e.by}</bdi></span>` : nothing}
        ${e.comment ? html`<blockquote><bdi>${e.comment}</bdi></blockquote>` : nothing}
        ${extra.length > 0
          ? html`<p class="attributes small">${extra.map(([key, value]) => html`<span><span class="quiet">${key}</span> <bdi>${value}</bdi></span>`)}</p>`
          : nothing}
        ${e.late === null ? nothing : html`<p class="note small">▸ Came in ${span(e.late)} after it happened</p>`}
        ${e.counts.map((note) => html`<p class="note small">▸ ${note}</p>`)}
      </div>
    </li>`;
  }

  private stages(j: Journey): TemplateResult {
    const first = j.stages[0]?.at ?? null;
    return html`<ol class="stages">
      ${j.stages.map(
        (s) => html`<li class=${s.at === null ? 'not' : ''}>
          <span class="dot" aria-hidden="true">${s.at === null ? '○' : '●'}</span>
          <span>${s.label}${s.at !== null && !s.seen ? html`<span class="small quiet"> (passed unseen)</span>` : nothing}</span>
          <span class="small quiet n">${s.at === null ? 'not yet' : first === null || s.at === first ? date(s.at, this.completeTo, j.zone) : `after ${span((s.at - first) / 1000)}`}</span>
        </li>`,
      )}
    </ol>`;
  }

  private verdict(j: Journey): TemplateResult {
    const v = j.verdict;
    if (v === null) {
      return html`<p class="none">No answer yet: unknown, which is not “good”.</p>`;
    }
    return html`<p class="gap">
        <b>${v.good ? '✓ good' : 'not right'}</b>${v.reasons.length > 0 ? html`: <bdi>${v.reasons.join(', ')}</bdi>` : nothing}
      </p>
      <p class="small quiet">${v.stated ? 'Said so' : 'Follows from the reason it left for'}, ${date(v.at, this.completeTo, j.zone)}, ${clock(v.at, j.zone)}</p>`;
  }

  private card(j: Journey): TemplateResult {
    const c = j.card;
    const name = html`<div><dt>Name in the log</dt><dd><bdi>${j.lead}</bdi></dd></div>`;
    if (c === null) {
      return html`<dl>${name}</dl>
        <p class="small quiet">No card: nobody sent who this is, or it was erased.</p>`;
    }
    const web = c.url !== null && /^https?:\/\//i.test(c.url) ? c.url : null;
    return html`<dl>
      ${c.name ? html`<div><dt>Name</dt><dd><bdi>${c.name}</bdi></dd></div>` : nothing}
      ${c.company ? html`<div><dt>Company</dt><dd><bdi>${c.company}</bdi></dd></div>` : nothing}
      ${c.email ? html`<div><dt>E-mail</dt><dd><a href=${`mailto:${encodeURIComponent(c.email)}`}><bdi>${c.email}</bdi></a></dd></div>` : nothing}
      ${c.phone ? html`<div><dt>Phone</dt><dd><a href=${`tel:${c.phone.replace(/[^+\d]/g, '')}`}><bdi>${c.phone}</bdi></a></dd></div>` : nothing}
      ${web ? html`<div><dt>Page</dt><dd><a href=${web} target="_blank" rel="noopener noreferrer"><bdi>${web}</bdi></a></dd></div>` : nothing}
      ${c.owner ? html`<div><dt>Whose it is</dt><dd><bdi>${c.owner}</bdi></dd></div>` : nothing} ${name}
    </dl>`;
  }

  private erasing(j: Journey): TemplateResult | typeof nothing {
    if (!this.mayErase || j.lead.startsWith('erased-')) {
      return nothing;
    }
    return html`<button id="erase" class="erase" @click=${() => this.dispatchEvent(new CustomEvent('erase'))}>Erase this person …</button>`;
  }

  private origin(j: Journey): TemplateResult {
    const all = Object.entries(j.attributes);
    return html`${all.length === 0
        ? html`<p class="none">It carries no attributes.</p>`
        : html`<dl>${all.map(([key, value]) => html`<div><dt>${key}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
            <p class="small quiet">The first touch counts.</p>`}
    ${j.value === null ? nothing : html`<p class="gap">Value: <b>${money(j.value.amount, j.value.currency)}</b></p>`}`;
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
      .standing {
        font-size: 18px;
        line-height: 28px;
        margin: 4px 0;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.8fr) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }
      .side {
        display: grid;
        gap: 16px;
      }
      .events {
        list-style: none;
        margin: 16px 0 0;
        padding: 0;
      }
      .events li {
        display: grid;
        grid-template-columns: 20px 150px minmax(0, 1fr);
        gap: 4px 12px;
        padding: 0 0 20px;
        position: relative;
      }
      .events li:not(:last-child)::before {
        content: '';
        position: absolute;
        left: 9px;
        top: 22px;
        bottom: 0;
        border-left: 2px solid var(--t-line);
      }
      .glyph {
        width: 20px;
        text-align: center;
        font-size: 13px;
        line-height: 22px;
        color: var(--t-early);
      }
      .flow .glyph {
        color: var(--t-flow);
      }
      .won .glyph {
        color: var(--t-won);
        font-weight: 700;
        font-size: 16px;
      }
      .left .glyph {
        color: var(--t-left);
      }
      .said .glyph {
        color: var(--t-watch);
      }
      time {
        color: var(--t-quiet);
        font-size: 13px;
        line-height: 22px;
        white-space: nowrap;
      }
      .what {
        overflow-wrap: anywhere;
        min-width: 0;
      }
      .what b {
        font-weight: 600;
      }
      .idle b {
        text-decoration: line-through;
        text-decoration-color: var(--t-quiet);
        font-weight: 400;
      }
      blockquote {
        margin: 4px 0 0;
        padding: 4px 0 4px 12px;
        border-left: 3px solid var(--t-line);
        white-space: pre-wrap;
      }
      .attributes {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        margin-top: 2px;
      }
      .note {
        color: var(--t-quiet);
        margin-top: 2px;
      }
      .stages {
        list-style: none;
        margin: 12px 0 0;
        padding: 0;
        display: grid;
        gap: 8px;
      }
      .stages li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 8px;
      }
      .dot {
        color: var(--t-flow);
      }
      .not,
      .not .dot {
        color: var(--t-quiet);
      }
      dl {
        margin: 12px 0 4px;
        display: grid;
        gap: 6px;
      }
      dl div {
        display: grid;
        grid-template-columns: minmax(80px, 1fr) minmax(0, 2fr);
        gap: 12px;
      }
      dt {
        color: var(--t-quiet);
        overflow-wrap: anywhere;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .gap {
        margin-top: 12px;
      }
      .erase {
        margin-top: 12px;
        min-height: 32px;
        padding: 4px 12px;
        border: 1px solid var(--t-line);
        border-radius: 8px;
        background: none;
        color: var(--t-off);
        font: 600 13px/18px var(--t-font);
        cursor: pointer;
      }
      @media (max-width: 1000px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        .events li {
          grid-template-columns: 20px minmax(0, 1fr);
        }
        .what {
          grid-column: 2;
        }
      }
    `,
  ];
}

customElements.define('tundish-journey', TundishJourney);
