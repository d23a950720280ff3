import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import * as address from './address';
import './breakdown';
import './changed';
import type { Found, Step } from './found';
import { answer, choice } from './leak-words';
import './leaks';
import { panels } from './panels';
import { Fed } from './seen';
import { complete, counted } from './sentences';
import { base, swatches } from './styles';
import './times';
import { EARLY, count, leads, percent } from './words';
import { wayfinding } from './way';
import './why';

const RANGES: [string, string][] = [
  ['all', 'Since launch'],
  ['week', '7 days'],
  ['today', 'Today'],
  ['hour', 'Last hour'],
];

/** Where a campaign's funnel leaks, for whom and why: from a step to the leads behind it, each click an address. */
export class TundishExplore extends Fed {
  static properties = {
    picture: { type: String },
    completeTo: { type: Number },
    seesLeads: { type: Boolean },
    found: { state: true },
    slow: { state: true },
  };
  declare picture: string;
  declare completeTo: number;
  declare seesLeads: boolean;
  declare found: Found | null;
  declare slow: boolean;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.picture = '';
    this.completeTo = 0;
    this.seesLeads = false;
    this.found = null;
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
    this.renderRoot.addEventListener('way', (e) => this.dispatchEvent(new CustomEvent('go', { detail: (e as CustomEvent).detail })));
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('picture') && this.picture) {
      this.found = JSON.parse(this.picture) as Found;
    }
    if (changed.has('completeTo') && this.completeTo) {
      this.alive(this.completeTo, this.found?.zone);
    }
  }

  protected render(): TemplateResult {
    const f = this.found;
    if (f === null) {
      return html`<div class="wait" role="status">
        ${this.slow ? 'No answer from the database yet. It is asked again until there is one; nothing is lost meanwhile.' : 'Looking at every lead …'}
      </div>`;
    }
    return html`
      ${this.header(f)}
      <section class="card" aria-labelledby="step">
        <h2 id="step" class="twin">The step</h2>
        <ol class="steps">
          ${f.stages.slice(0, -1).map((s, k) => this.step(f, s, k))}
        </ol>
        <p class="answer">${answer(f)}</p>
        <p class="small quiet">${choice(f)}</p>
      </section>
      <div class="two">
        <section class="card"><tundish-leaks .found=${f} .seesLeads=${this.seesLeads}></tundish-leaks></section>
        <section class="card"><tundish-why .found=${f} .seesLeads=${this.seesLeads}></tundish-why></section>
      </div>
      <section class="card"><tundish-breakdown .found=${f} .seesLeads=${this.seesLeads}></tundish-breakdown></section>
      <div class="two even">
        <section class="card"><tundish-changed .found=${f} .seesLeads=${this.seesLeads}></tundish-changed></section>
        <section class="card"><tundish-times .found=${f} .seesLeads=${this.seesLeads}></tundish-times></section>
      </div>
      ${this.seesLeads ? this.behind(f) : nothing}
    `;
  }

  private header(f: Found): TemplateResult {
    const on = address.filters(f.query);
    const range = address.rangeOf(f.query);
    const said = counted(
      {
        mode: 'cohort',
        range: (range ?? 'between') as 'all',
        from: f.from,
        to: f.to,
        zone: f.zone,
        allowed: f.allowed,
        filter: on.map(([key, value]) => ({ key, value: value ?? '' })),
        exact: true,
      },
      this.completeTo,
    );
    return html`<header>
      <nav class="crumbs" aria-label="Where you are">
        <a href="/">Overview</a><a href=${address.campaign(f.key, f.query)}><bdi>${f.name}</bdi></a><span aria-current="page">Where it leaks</span>
      </nav>
      <h1>Where <bdi>${f.name}</bdi> leaks</h1>
      <div class="controls">
        <nav class="choice" aria-label="Time">
          ${RANGES.map(([name, words]) => html`<a id=${`show-${name}`} aria-current=${range === name ? 'true' : 'false'} href=${address.range(f.key, f.query, name)}>${words}</a>`)}
        </nav>
        ${on.length === 0
          ? html`<span class="small quiet">No filter: click a kind of lead or a value below to look at it alone.</span>`
          : html`<ul class="filter" aria-label="Only leads with">
              ${on.map(
                ([key, value]) => html`<li>
                  <a class="chip" href=${address.toggled(f.key, f.query, [key, value])} title="Take it out"
                    ><span class="key">${key}</span><bdi>${value ?? 'not said'}</bdi><span aria-hidden="true">×</span><span class="twin">, take it out</span></a
                  >
                </li>`,
              )}
              ${on.length > 1 ? html`<li><a class="small" href=${address.unfiltered(f.key, f.query)}>all leads again</a></li>` : nothing}
            </ul>`}
      </div>
      <p class="small quiet" id="counted">${said} · ${f.zone} · ${complete(this.completeTo, f.zone)}</p>
    </header>`;
  }

  private step(f: Found, s: Step, k: number): TemplateResult {
    const next = f.stages[k + 1]!;
    const lost = s.out + s.expired;
    const parts: [string, number][] = [
      ['moved', next.leads],
      ['open', s.open],
      ['left', s.out],
      ['expired', s.expired],
    ];
    const decided = next.leads + lost;
    return html`<li>
      <a class="step" aria-current=${k === f.step ? 'step' : 'false'} href=${address.explore(f.key, f.query, { step: s.key })}>
        <span class="from small">${s.label} → ${next.label}</span>
        <span class="rate"><b>${percent(next.ofPrevious)}</b> <span class="small quiet">moved on</span></span>
        <span class="split" aria-hidden="true">
          ${parts.map(([name, n]) => (n === 0 ? nothing : html`<i class=${name} style=${styleMap({ flexGrow: String(n) })}></i>`))}
        </span>
        <span class="small quiet">${count(s.leads)} came so far · <b>${count(lost)} lost</b> · ${count(s.open)} in time</span>
        ${decided < EARLY ? html`<span class="small quiet">○ too early: ${leads(decided)} decided</span>` : nothing}
      </a>
    </li>`;
  }

  private behind(f: Found): TemplateResult {
    const here = f.stages[f.step]!;
    const groups: [string, number, string][] = [
      ['lost', f.leaks.lost, 'lost here'],
      ['moved', f.leaks.moved, 'moved on'],
      ['undecided', f.leaks.undecided, 'still in time'],
    ];
    return html`<section class="card">
      <h2>The leads themselves</h2>
      <p class="small quiet">Those of this view who came as far as ${here.label}, one by one: who they are, what they did, as a list and as a file.</p>
      <p class="groups">
        ${groups.map(([name, n, words]) =>
          n === 0
            ? html`<span class="quiet">nobody ${words}</span>`
            : html`<a class="chip" id=${`leads-${name}`} data-count=${n} href=${address.leads(f.key, f.query, { count: name, at: here.key })}><b>${count(n)}</b> ${words}</a>`,
        )}
      </p>
    </section>`;
  }

  static styles = [
    base,
    swatches,
    panels,
    css`
      :host {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 20px;
        align-items: center;
        margin: 14px 0 10px;
      }
      .choice {
        display: inline-flex;
        padding: 3px;
        gap: 2px;
        border-radius: 10px;
        background: var(--t-canvas);
        border: 1px solid var(--t-line);
        max-width: 100%;
        overflow-x: auto;
        box-sizing: border-box;
      }
      .choice a {
        font: 500 14px/20px var(--t-font);
        color: var(--t-quiet);
        border-radius: 7px;
        padding: 6px 12px;
        white-space: nowrap;
      }
      .choice a:hover {
        color: var(--t-ink);
        text-decoration: none;
      }
      .choice a:focus-visible {
        outline-offset: -2px;
      }
      .choice a[aria-current='true'] {
        background: var(--t-surface);
        color: var(--t-ink);
        box-shadow: 0 0 0 1px var(--t-line);
      }
      .filter {
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 0;
        padding: 0;
        align-items: center;
        min-width: 0;
      }
      .filter li {
        max-width: 100%;
      }
      .filter .chip {
        background: var(--t-surface);
        border-color: var(--t-flow);
      }
      .filter bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-width: 40ch;
      }
      .steps {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 12px;
      }
      .step {
        display: grid;
        gap: 6px;
        height: 100%;
        box-sizing: border-box;
        padding: 12px 14px;
        border: 1px solid var(--t-line);
        border-radius: 10px;
        color: var(--t-ink);
        align-content: start;
      }
      .step:hover {
        border-color: var(--t-flow);
        text-decoration: none;
      }
      .step[aria-current='step'] {
        border-color: var(--t-flow);
        box-shadow: inset 0 0 0 1px var(--t-flow);
      }
      .step .from {
        font-weight: 500;
      }
      .rate b {
        font-size: 24px;
        line-height: 28px;
        font-weight: 600;
      }
      .split {
        display: flex;
        gap: 2px;
        height: 12px;
        border-radius: 4px;
        overflow: hidden;
      }
      .split i {
        flex: 1 1 0;
        min-width: 2px;
        box-sizing: border-box;
      }
      .split .moved {
        background: var(--t-flow);
      }
      .split .open {
        background: var(--t-open);
        border: 1.5px solid var(--t-flow);
      }
      .split .left {
        background: repeating-linear-gradient(135deg, var(--t-left) 0 4px, var(--t-left-2) 4px 6px);
      }
      .split .expired {
        border: 1.5px dotted var(--t-expired);
      }
      .answer {
        font-size: 18px;
        line-height: 28px;
        font-weight: 500;
        margin: 20px 0 4px;
        max-width: 96ch;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }
      .two.even {
        grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
      }
      .groups {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
        align-items: baseline;
      }
      @media (max-width: 1100px) {
        .two,
        .two.even {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        .choice {
          width: 100%;
        }
        .choice a {
          flex: 1;
          text-align: center;
          padding: 6px;
          font-size: 13px;
        }
        .answer {
          font-size: 16px;
          line-height: 24px;
        }
        .steps {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

customElements.define('tundish-explore', TundishExplore);
