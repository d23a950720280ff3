import { css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { block, funnel, water } from './geometry';
import { health, order, pace } from './health';
import { Fed } from './seen';
import { grouped, line } from './series';
import { base } from './styles';
import { age, clock, count, per100, shortCount } from './words';

interface Row {
  key: string;
  name: string;
  channel: string | null;
  launchedAt: number | null;
  stages: { label: string; leads: number; open: number | null; out: number | null; expired: number | null }[];
  lastHour: number[];
  lastLeadAt: number | null;
  goal: { label: string; reached: number; wanted: number; endsAt: number | null } | null;
  reason: { label: string; family: string; share: number } | null;
  judged: number;
  handedOver: number | null;
  answered: number | null;
}

const SORTED = 30_000;
const MINUTES = 60;
const WIDTH = 200;
const HEIGHT = 32;

/** Every campaign a row, the whole row a link. Rows keep their place while someone points at them. */
export class TundishOverview extends Fed {
  static properties = { picture: { type: String }, completeTo: { type: Number }, rows: { state: true } };
  declare picture: string;
  declare completeTo: number;
  declare rows: Row[] | null;

  private keys: string[] = [];
  private sortedAt = 0;
  private held = false;
  private places = new Map<string, number>();

  constructor() {
    super();
    this.picture = '';
    this.completeTo = 0;
    this.rows = null;
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('completeTo') && this.completeTo) {
      this.alive(this.completeTo);
    }
    if (changed.has('picture') && this.picture) {
      this.place(JSON.parse(this.picture) as Row[]);
    }
  }

  /** Sorts at most every half minute, and never under someone's hand; new rows come last until then. */
  private place(rows: Row[]): void {
    const now = performance.now();
    if (this.keys.length === 0 || (!this.held && now - this.sortedAt > SORTED)) {
      this.keys = order(rows).map((r) => r.key);
      this.sortedAt = now;
      this.remember();
    }
    const rank = new Map(this.keys.map((k, i) => [k, i]));
    rows.forEach((r) => {
      if (!rank.has(r.key)) {
        rank.set(r.key, rank.size);
        this.keys.push(r.key);
      }
    });
    this.rows = [...rows].sort((a, b) => rank.get(a.key)! - rank.get(b.key)!);
  }

  private remember(): void {
    this.places.clear();
    this.renderRoot?.querySelectorAll<HTMLElement>('a').forEach((a) => this.places.set(a.dataset['key']!, a.getBoundingClientRect().top));
  }

  protected updated(): void {
    if (this.places.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return;
    }
    this.renderRoot.querySelectorAll<HTMLElement>('a').forEach((a) => {
      const before = this.places.get(a.dataset['key']!);
      const moved = before === undefined ? 0 : before - a.getBoundingClientRect().top;
      if (moved !== 0) {
        a.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], { duration: 250, easing: 'ease-out' });
      }
    });
    this.places.clear();
  }

  protected render(): TemplateResult | typeof nothing {
    const rows = this.rows;
    if (rows === null || rows.length === 0) {
      return nothing;
    }
    return html`
      <header>
        <h1>Overview</h1>
        <p class="small quiet">
          ${rows.length === 1 ? 'One campaign' : `${count(rows.length)} campaigns`} · all leads since each launch, wherever they are now, however long it took · live,
          complete to <span id="complete">${clock(this.completeTo)}</span>
        </p>
      </header>
      <nav
        class="list"
        aria-label="Campaigns"
        @mouseenter=${() => (this.held = true)}
        @mouseleave=${() => (this.held = false)}
        @focusin=${() => (this.held = true)}
        @focusout=${() => (this.held = false)}
      >
        ${repeat(
          rows,
          (r) => r.key,
          (r) => this.row(r),
        )}
      </nav>
    `;
  }

  private row(r: Row): TemplateResult {
    const first = r.stages[0]?.leads ?? 0;
    const last = r.stages[r.stages.length - 1];
    const h = health(first);
    const hour = r.lastHour.reduce((a, b) => a + b, 0);
    const old = age(r.launchedAt, this.completeTo);
    return html`<a href="/campaigns/${r.key}" data-key=${r.key} @click=${(e: MouseEvent) => this.open(e, r.key)}>
      <span class="health ${h.tone}"><span class="glyph" aria-hidden="true">${h.glyph}</span> <b>${h.word}</b><span class="small quiet">${h.why}</span></span>
      <span class="who"
        ><b><bdi title=${r.name}>${r.name}</bdi></b
        ><span class="small quiet"><bdi>${[r.channel, old].filter(Boolean).join(' · ') || r.key}</bdi></span></span
      >
      <span class="mini" aria-hidden="true">${mini(r)}</span>
      <span class="turn"
        ><span class="figures"><b id=${`leads-${r.key}`}>${shortCount(first)}</b><span class="quiet"> → </span><b id=${`won-${r.key}`}>${shortCount(last?.leads ?? 0)}</b></span
        ><span class="small quiet"><bdi>${r.stages[0]?.label}</bdi> → <bdi>${last?.label}</bdi></span></span
      >
      <span class="spark">${this.spark(r.lastHour)}<span class="small quiet">${count(hour)} in the last hour</span></span>
      <span class="pace">${r.goal === null ? nothing : this.pace(r)}</span>
      <span class="said">
        ${r.reason === null
          ? html`<span class="quiet small">${r.judged === 0 ? 'No answers yet' : 'No reason against a lead'}</span>`
          : html`<span class="reason"><i style=${styleMap({ background: `var(--t-${r.reason.family})` })}></i><bdi>${r.reason.label}</bdi></span>
              <span class="small quiet">${per100(r.reason.share)} per 100 answered</span>`}
        ${!r.handedOver ? nothing : html`<span class="small quiet">${count(r.answered ?? 0)} of ${count(r.handedOver)} answered</span>`}
      </span>
    </a>`;
  }

  private pace(r: Row): TemplateResult {
    const p = pace(r.goal!, r.launchedAt, this.completeTo);
    return html`<span class="bar" aria-hidden="true"
        ><i style=${styleMap({ width: `${p.done * 100}%` })}></i>${p.due === null ? nothing : html`<em style=${styleMap({ left: `${p.due * 100}%` })}></em>`}</span
      ><span class="small"><bdi>${r.goal!.label}</bdi>: ${p.words}</span>`;
  }

  private spark(values: number[]): TemplateResult {
    const sums = grouped(values.slice(-MINUTES), 3);
    const top = Math.max(1, ...sums);
    const x = 92;
    const y = 26 - ((sums[sums.length - 1] ?? 0) / top) * 24;
    return html`<svg width="100" height="28" aria-hidden="true">
      ${svg`<g transform="translate(2 2)"><path class="spark-line" d=${line(sums, x, 24, top)} /><circle cx=${x} cy=${y - 2} r="2.5" /></g>`}
    </svg>`;
  }

  /** Other clicks (a new tab, a new window) stay the browser's. */
  private open(event: MouseEvent, key: string): void {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('open', { detail: { key } }));
    }
  }

  static styles = [
    base,
    css`
      header {
        margin-bottom: 20px;
      }
      h1 {
        margin: 0;
        font-size: 28px;
        line-height: 36px;
        font-weight: 600;
        letter-spacing: -0.015em;
      }
      .list {
        display: block;
        background: var(--t-surface);
        border: 1px solid var(--t-line);
        border-radius: 12px;
        overflow: hidden;
      }
      a {
        display: grid;
        grid-template-columns: 124px minmax(140px, 1fr) 200px 132px 148px 128px minmax(130px, 170px);
        gap: 24px;
        align-items: center;
        min-height: 80px;
        padding: 8px 24px;
        box-sizing: border-box;
        color: inherit;
        text-decoration: none;
        border-top: 1px solid var(--t-line);
        background: var(--t-surface);
      }
      a:first-child {
        border-top: 0;
      }
      a:hover {
        background: color-mix(in srgb, var(--t-flow) 5%, var(--t-surface));
      }
      a:focus-visible {
        outline-offset: -3px;
        border-radius: 10px;
      }
      a > span {
        min-width: 0;
      }
      b {
        font-weight: 600;
      }
      .health .small,
      .who .small,
      .who b,
      .turn .small,
      .spark .small,
      .said .small,
      .pace .small {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .health b {
        font-size: 14px;
      }
      .glyph {
        color: var(--t-early);
      }
      .figures b {
        font-size: 20px;
        line-height: 26px;
      }
      svg {
        display: block;
      }
      .moved {
        fill: var(--t-flow);
      }
      .open {
        fill: var(--t-open);
        stroke: var(--t-flow);
        stroke-width: 0.75;
      }
      .left {
        fill: var(--t-left);
      }
      .expired {
        fill: none;
        stroke: var(--t-expired);
        stroke-dasharray: 1 2;
      }
      .won {
        fill: var(--t-won);
      }
      .water {
        fill: var(--t-flow);
        opacity: 0.28;
      }
      .empty {
        fill: none;
        stroke: var(--t-expired);
        stroke-dasharray: 3 3;
      }
      .mini path {
        transition: d 400ms ease;
      }
      .spark-line {
        fill: none;
        stroke: var(--t-flow);
        stroke-width: 1.5;
      }
      circle {
        fill: var(--t-flow);
      }
      .bar {
        position: relative;
        display: block;
        height: 8px;
        width: 120px;
        border-radius: 4px;
        background: var(--t-open);
        margin-bottom: 4px;
      }
      .bar i {
        display: block;
        height: 8px;
        border-radius: 4px;
        background: var(--t-flow);
        transition: width 400ms ease;
      }
      .bar em {
        position: absolute;
        top: -3px;
        width: 2px;
        height: 14px;
        background: var(--t-ink);
      }
      .reason {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: 14px;
        white-space: nowrap;
        overflow: hidden;
      }
      .reason bdi {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .reason i {
        flex: none;
        width: 10px;
        height: 10px;
        border-radius: 3px;
      }
      @media (max-width: 1340px) {
        a {
          grid-template-columns: 112px minmax(140px, 1fr) 160px 120px 120px minmax(120px, 160px);
          gap: 16px;
          padding: 8px 16px;
        }
        .pace {
          display: none;
        }
      }
      @media (max-width: 1000px) {
        a {
          grid-template-columns: 112px 1fr auto;
        }
        .mini,
        .spark,
        .said {
          display: none;
        }
      }
      @media (max-width: 640px) {
        a {
          grid-template-columns: 1fr auto;
          gap: 2px 16px;
          padding: 14px 16px;
        }
        .health {
          grid-row: 2;
          font-size: 13px;
          white-space: nowrap;
          overflow: hidden;
          text-overflow: ellipsis;
        }
        .health b {
          font-size: 13px;
          font-weight: 500;
        }
        .health .small {
          display: inline;
          margin-left: 6px;
        }
        .health.none .small {
          display: none;
        }
        .turn {
          text-align: end;
          grid-row: 1 / span 2;
          grid-column: 2;
        }
      }
    `,
  ];
}

/** The funnel without a word: the same geometry, small. */
function mini(r: Row): TemplateResult {
  const f = funnel(r.stages, WIDTH - 2, HEIGHT, 'cohort');
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT + 2}" width="100%" height=${HEIGHT + 2} preserveAspectRatio="none">
    ${svg`<g transform="translate(1 1)">
      ${f.streams.map((s) => (s.from > 0 ? svg`<path class="water" d=${water(s, 0)} />` : nothing))}
      ${f.vessels.map((v) =>
        v.empty
          ? svg`<path class="empty" d=${block(v.x, 0, v.width, v.height, 3, 3)} />`
          : v.parts.map(
              (p, i) =>
                svg`<path class=${p.name} d=${block(v.x, p.top, v.width, Math.max(0.75, p.height - (i < v.parts.length - 1 ? 1 : 0)), i === 0 ? 3 : 0, i === v.parts.length - 1 ? 3 : 0)} />`,
            ),
      )}
    </g>`}
  </svg>`;
}

customElements.define('tundish-overview', TundishOverview);
