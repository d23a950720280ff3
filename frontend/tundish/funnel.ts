import { LitElement, css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { Dots, type Ground } from './dots';
import { SEAM, block, funnel, gapShare, water, type Part, type Vessel } from './geometry';
import { Waves, type Tick } from './motion';
import type { Picture, StageRow } from './picture';
import { base, swatches } from './styles';
import { DASH, EARLY, count, percent, shortCount, span } from './words';

const HEIGHT = 260;
const RADIUS = 10;
const NARROW = 640;
const BAR = 32;
const STREAM = 44;

/** The signature: one picture of water that runs from stage to stage, and of what waits and leaves on the way. */
export class TundishFunnel extends LitElement {
  static properties = {
    picture: { attribute: false },
    address: { type: String },
    width: { state: true },
    focused: { state: true },
    plus: { state: true },
    each: { state: true },
  };

  declare picture: Picture | null;
  /** Where events are sent: shown while there are none. */
  declare address: string;
  declare width: number;
  declare focused: number;
  declare plus: number[];
  declare each: number;

  private readonly waves = new Waves();
  private readonly dots = new Dots(
    () => this.renderRoot.querySelector('canvas'),
    () => this.ground,
  );
  private ground: Ground | null = null;
  private last: { view: string; version: number; tick: Tick } | null = null;
  private forget: ReturnType<typeof setTimeout> | undefined;
  private readonly watcher = new ResizeObserver((entries) => {
    this.width = Math.floor(entries[0]!.contentRect.width);
  });

  constructor() {
    super();
    this.picture = null;
    this.address = '';
    this.width = 0;
    this.focused = -1;
    this.plus = [];
    this.each = 1;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.watcher.observe(this);
    document.addEventListener('visibilitychange', this.onHidden);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
    this.dots.clear();
    clearTimeout(this.forget);
    document.removeEventListener('visibilitychange', this.onHidden);
  }

  /** What happened while nobody looked is not played afterwards. */
  private readonly onHidden = (): void => {
    this.last = null;
    this.dots.clear();
  };

  protected willUpdate(changed: PropertyValues): void {
    if (!changed.has('picture') || this.picture === null) {
      return;
    }
    const view = `${this.picture.key}/${this.picture.mode}/${this.picture.range}/${this.picture.stages.length}`;
    const tick: Tick = {
      leads: this.picture.stages.map((s) => s.leads),
      out: this.picture.stages.map((s) => s.out ?? 0),
    };
    const last = this.last;
    this.last = { view, version: this.picture.version, tick };
    if (last === null || last.view !== view) {
      this.waves.reset();
      this.dots.clear();
      this.plus = [];
      return;
    }
    const plus = tick.leads.map((n, k) => n - last.tick.leads[k]!);
    if (plus.some((n) => n !== 0)) {
      this.plus = plus;
      clearTimeout(this.forget);
      this.forget = setTimeout(() => (this.plus = []), 2000);
      this.swap(plus);
    }
    const fresh = this.picture.newest.filter((e) => e.version > last.version);
    const allLate = fresh.length > 0 && fresh.every((e) => e.late);
    const still = allLate || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const wave = this.waves.next(last.tick, tick, performance.now());
    this.each = wave.each;
    if (!still) {
      wave.into.forEach((n, k) => this.dots.start(k === 0 ? 'in' : 'through', k, n, wave.each));
      wave.out.forEach((n, k) => this.dots.start('out', k, n, wave.each));
    }
  }

  private swap(plus: number[]): void {
    void this.updateComplete.then(() => {
      plus.forEach((n, k) => {
        const element = n === 0 ? null : this.renderRoot.querySelectorAll('.count')[k];
        element?.animate([{ opacity: 0.25, transform: `translateY(${n > 0 ? 6 : -6}px)` }, {}], { duration: 200, easing: 'ease-out' });
      });
    });
  }

  protected render(): TemplateResult {
    const picture = this.picture;
    if (picture === null || this.width === 0) {
      return html`<div class="room"></div>`;
    }
    const rows = picture.stages;
    const waiting = rows.every((r) => r.leads === 0);
    const stacked = this.width < NARROW;
    return html`
      <div aria-hidden="true" class=${stacked ? 'stacked' : 'across'}>
        ${stacked ? this.down(picture) : this.across(picture, waiting)}
        ${waiting ? this.waiting(picture) : nothing}
      </div>
      <p class="caption small quiet">${this.caption(picture, waiting)}</p>
      ${this.twin(picture)}
    `;
  }

  private across(picture: Picture, waiting: boolean): TemplateResult {
    const rows = picture.stages;
    const many = rows.length > 5;
    const top = many ? 68 : 82;
    const f = funnel(rows, this.width, HEIGHT, picture.mode);
    this.ground = {
      vessels: f.vessels.map((v) => ({ x: v.x, width: v.width, top, bottom: top + v.height })),
      streams: f.streams,
      top,
      stacked: false,
    };
    const column = f.vessels[0]!.width * (1 + gapShare(rows.length)) - 16;
    const below = many ? 30 : 10;
    const lines = Math.max(...rows.map((r, k) => top + f.vessels[k]!.height + below + this.facts(r, f.vessels[k]!, k, many).length * (many ? 28 : 20)));
    const height = Math.max(420, lines + 8);
    return html`
      <div class="plane" style=${styleMap({ height: `${height}px` })}>
        <svg width=${this.width} height=${height}>
          ${patterns()}
          ${f.streams.map((s) => (s.from > 0 ? svg`<path class="water" d=${water(s, top)} />` : nothing))}
          ${f.vessels.map((v, k) => this.vessel(v, top, k))}
        </svg>
        <canvas></canvas>
        ${rows.map((r, k) => {
          const v = f.vessels[k]!;
          const wide = k === rows.length - 1 ? v.width : column;
          return html`
            <div class="head ${this.focused === k ? 'on' : ''}" style=${styleMap({ left: `${v.x}px`, width: `${wide}px` })}>
              ${this.label(r, k, many)}${this.number(r, k, wide, many ? 28 : 40)}
            </div>
            <div class="facts small" style=${styleMap({ left: `${v.x}px`, width: `${v.width}px`, top: `${top + v.height + below}px` })}>
              ${this.facts(r, v, k, many)}
            </div>
            <div
              class="touch"
              @mouseenter=${() => (this.focused = k)}
              @mouseleave=${() => (this.focused = -1)}
              style=${styleMap({ left: `${v.x}px`, width: `${v.width}px`, top: '0', height: `${top + v.height + 80}px` })}
            ></div>
          `;
        })}
        ${(waiting ? [] : rows.slice(1)).map((r, i) => {
          const a = f.vessels[i]!;
          const b = f.vessels[i + 1]!;
          const s = f.streams[i];
          const under = s ? Math.max(s.from, s.to) : Math.min(a.height, b.height);
          const early = rows[i]!.leads < EARLY && rows[i]!.leads > 0;
          return html`<div
            class="rate ${many ? 'tight' : ''} ${early || r.ofPrevious === null ? 'early' : ''}"
            style=${styleMap({ left: `${(a.x + a.width + b.x) / 2}px`, top: `${top + (s ? under : 0) + 10}px` })}
          >
            <b>${percent(r.ofPrevious)}</b>
            ${many || r.ofPrevious === null
              ? nothing
              : early
                ? html`<span>too early:<br />${count(rows[i]!.leads)} ${rows[i]!.leads === 1 ? 'lead' : 'leads'}</span>`
                : html`<span>${s ? 'moved on' : 'of the one before'}</span>`}
          </div>`;
        })}
      </div>
    `;
  }

  private down(picture: Picture): TemplateResult {
    const rows = picture.stages;
    const f = funnel(rows, rows.length, this.width, picture.mode);
    const lay = rows.map((r, k) => ({ row: r, v: f.vessels[k]!, facts: this.facts(r, f.vessels[k]!, k) }));
    let y = 0;
    const places = lay.map((p) => {
      const head = y;
      const bar = y + 30;
      const facts = bar + BAR + 6;
      const end = facts + (p.facts.length > 0 ? 22 : 0);
      y = end + STREAM - 10;
      return { head, bar, facts, end };
    });
    this.ground = {
      vessels: lay.map((p, k) => ({ x: 0, width: p.v.height, top: places[k]!.bar, bottom: places[k]!.bar + BAR })),
      streams: f.streams.map((s, k) => ({ ...s, x1: places[k]!.bar + BAR, x2: places[k + 1]!.bar })),
      top: 0,
      stacked: true,
    };
    const height = places[places.length - 1]!.end + 8;
    return html`
      <div class="plane" style=${styleMap({ height: `${height}px` })}>
        <svg width=${this.width} height=${height}>
          ${patterns()}
          ${f.streams.map((s, k) => {
            const y1 = places[k]!.bar + BAR;
            const y2 = places[k + 1]!.bar;
            return s.from > 0 ? svg`<path class="water" d=${fall(s.from, s.to, y1, y2)} />` : nothing;
          })}
          ${lay.map((p, k) => this.bar(p.v, places[k]!.bar))}
        </svg>
        <canvas></canvas>
        ${lay.map(
          (p, k) => html`
            <div class="head row" style=${styleMap({ top: `${places[k]!.head}px`, width: '100%' })}>
              ${this.label(p.row, k, false)} ${this.number(p.row, k, 150, 22)}
            </div>
            <div class="facts across small" style=${styleMap({ top: `${places[k]!.facts}px` })}>${p.facts}</div>
            ${k > 0
              ? html`<div class="rate side small" style=${styleMap({ top: `${places[k]!.head - 20}px` })}>
                  <b>${percent(p.row.ofPrevious)}</b>
                  ${rows[k - 1]!.leads < EARLY && rows[k - 1]!.leads > 0
                    ? `too early: ${count(rows[k - 1]!.leads)} ${rows[k - 1]!.leads === 1 ? 'lead' : 'leads'}`
                    : p.row.ofPrevious === null
                      ? nothing
                      : 'moved on'}
                </div>`
              : nothing}
          `,
        )}
      </div>
    `;
  }

  private vessel(v: Vessel, top: number, k: number): TemplateResult {
    if (v.empty) {
      return svg`<path class="empty" d=${block(v.x + 1, top + 1, v.width - 2, v.height - 2, RADIUS, RADIUS)} />`;
    }
    return svg`<g class=${this.focused === k ? 'on' : ''}>
      ${v.parts.map((p, i) => {
        const first = i === 0;
        const last = i === v.parts.length - 1;
        const y = top + p.top + (first ? 0 : SEAM / 2);
        const h = Math.max(1, p.height - (first ? 0 : SEAM / 2) - (last ? 0 : SEAM / 2));
        return this.piece(p, v.x, y, v.width, h, first ? RADIUS : 0, last ? RADIUS : 0);
      })}
    </g>`;
  }

  private bar(v: Vessel, top: number): TemplateResult {
    if (v.empty) {
      return svg`<path class="empty" d=${block(1, top + 1, v.height - 2, BAR - 2, 8, 8)} />`;
    }
    return svg`${v.parts.map((p, i) => {
      const x = p.top + (i === 0 ? 0 : SEAM / 2);
      const w = Math.max(1, p.height - (i === 0 ? 0 : SEAM / 2) - (i === v.parts.length - 1 ? 0 : SEAM / 2));
      return this.piece(p, x, top, w, BAR, 4, 4);
    })}`;
  }

  private piece(p: Part, x: number, y: number, w: number, h: number, rt: number, rb: number): TemplateResult {
    const line = p.name === 'open' || p.name === 'expired' ? Math.min(1.5, h / 3, w / 3) : 0;
    const d = block(x + line / 2, y + line / 2, w - line, h - line, rt, rb);
    return p.name === 'left'
      ? svg`<path class="left" d=${d} /><path class="hatch" fill="url(#hatch)" d=${d} />`
      : svg`<path class=${p.name} stroke-width=${line} d=${d} />`;
  }

  private label(r: StageRow, k: number, many: boolean): TemplateResult {
    const share = k === 0 || many || r.ofFirst === null ? '' : percent(r.ofFirst);
    return html`<div class="label">
      <bdi title=${r.label}>${many ? r.short : r.label}</bdi>
      ${share === '' ? nothing : html`<span class="share" title="of those in the first stage">${share} of all</span>`}
    </div>`;
  }

  private number(r: StageRow, k: number, room: number, size: number): TemplateResult {
    const full = count(r.leads);
    const fits = Math.min(size, Math.floor(room / (full.length * 0.58)));
    const text = fits < 18 ? shortCount(r.leads) : full;
    const plus = this.plus[k] ?? 0;
    return html`<div class="number" style=${styleMap({ fontSize: `${Math.max(18, fits)}px` })}>
      <span class="count" id=${`stage-count-${r.key}`} data-count=${r.leads}>${text}</span
      >${plus === 0 ? nothing : html`<span class="plus">${plus > 0 ? '+' : '−'}${count(Math.abs(plus))}</span>`}
    </div>`;
  }

  private facts(r: StageRow, v: Vessel, k: number, many = false): TemplateResult[] {
    const facts: TemplateResult[] = [];
    if (many && k > 0 && r.ofFirst !== null) {
      facts.push(html`<div class="quiet">${percent(r.ofFirst)} of all</div>`);
    }
    if (v.magnified > 1.05) {
      const by = v.magnified < 10 ? Math.round(v.magnified * 10) / 10 : Math.round(v.magnified);
      facts.push(html`<div class="drawn quiet">drawn ×${count(by)}</div>`);
    }
    if (r.open) {
      facts.push(html`<div><i class="sw open"></i>${count(r.open)} open</div>`);
    }
    if (r.out) {
      facts.push(html`<div><i class="sw left"></i>${count(r.out)} left</div>`);
    }
    if (r.expired) {
      facts.push(html`<div><i class="sw expired"></i>${count(r.expired)} ran out of time</div>`);
    }
    if (k > 0 && r.median !== null) {
      facts.push(html`<div class="quiet">half within ${span(r.median)}</div>`);
    }
    return facts;
  }

  private waiting(picture: Picture): TemplateResult {
    return html`<div class="waiting">
      <b>${picture.range === 'all' ? 'Waiting for the first lead' : 'Nothing here yet in this time'}</b>
      ${picture.range === 'all' && this.address
        ? html`<span class="small">Send it to <code>${this.address}</code><br />as campaign <code>${picture.key}</code></span>`
        : nothing}
    </div>`;
  }

  private caption(picture: Picture, waiting: boolean): TemplateResult | string {
    const r = picture.stages[this.focused];
    if (r !== undefined) {
      return this.sentence(picture, r, this.focused);
    }
    if (waiting) {
      return '\u00a0';
    }
    const crowd = this.each > 1 ? ' · One dot is ten leads.' : '';
    if (picture.left.length === 0) {
      return (picture.mode === 'cohort' ? 'Nobody has left yet.' : 'Point at a stage to read it as a sentence.') + crowd;
    }
    return html`<span>Why leads left: </span>${picture.left.map(
      (l, i) => html`${i > 0 ? ' · ' : ''}<bdi>${l.label}</bdi> <b class="ink">${count(l.leads)}</b>`,
    )}${crowd}`;
  }

  /** One stage, read aloud. */
  private sentence(picture: Picture, r: StageRow, k: number): string {
    const parts = [`${r.label}: ${count(r.leads)}`];
    if (k > 0) {
      parts.push(`${percent(r.ofPrevious)} of ${picture.stages[k - 1]!.label}, ${percent(r.ofFirst)} of all`);
    }
    const next = picture.stages[k + 1];
    if (next && picture.mode === 'cohort') {
      parts.push(`${count(next.leads)} moved on, ${count(r.open ?? 0)} still open, ${count(r.out ?? 0)} left` +
        (r.expired ? `, ${count(r.expired)} ran out of time` : ''));
    }
    if (r.median !== null) {
      parts.push(`half came within ${span(r.median)}, nine of ten within ${span(r.ninety)}`);
    }
    return parts.join(' · ');
  }

  private twin(picture: Picture): TemplateResult {
    const cohort = picture.mode === 'cohort';
    return html`<div class="twin"><table>
      <caption>
        The funnel as a table
      </caption>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Leads</th>
          <th scope="col">Of the stage before</th>
          <th scope="col">Of all</th>
          ${cohort ? html`<th scope="col">Open</th><th scope="col">Left</th><th scope="col">Ran out of time</th>` : nothing}
          <th scope="col">Half came within</th>
        </tr>
      </thead>
      <tbody>
        ${picture.stages.map(
          (r, k) => html`<tr
            tabindex="0"
            @focus=${() => (this.focused = k)}
            @blur=${() => (this.focused = -1)}
          >
            <th scope="row">${r.label}</th>
            <td>${count(r.leads)}</td>
            <td>${percent(r.ofPrevious)}</td>
            <td>${percent(r.ofFirst)}</td>
            ${cohort
              ? html`<td>${r.open === null ? DASH : count(r.open)}</td>
                  <td>${r.out === null ? DASH : count(r.out)}</td>
                  <td>${r.expired === null ? DASH : count(r.expired)}</td>`
              : nothing}
            <td>${span(r.median)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  static styles = [
    base,
    swatches,
    css`
      :host {
        position: relative;
      }
      .room {
        height: 440px;
      }
      .plane {
        position: relative;
      }
      svg,
      canvas {
        position: absolute;
        inset: 0;
        display: block;
      }
      canvas {
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
      path {
        transition:
          d 400ms ease,
          opacity 200ms;
      }
      .moved,
      .column {
        fill: var(--t-flow);
      }
      .open {
        fill: var(--t-open);
        stroke: var(--t-flow);
      }
      .left {
        fill: var(--t-left);
      }
      .expired {
        fill: transparent;
        stroke: var(--t-expired);
        stroke-dasharray: 1.5 3;
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
        stroke-width: 1.5;
        stroke-dasharray: 5 5;
      }
      .head {
        position: absolute;
        top: 0;
      }
      .head.row {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 12px;
      }
      .label {
        display: flex;
        gap: 8px;
        align-items: baseline;
        min-width: 0;
        color: var(--t-quiet);
        line-height: 22px;
      }
      .label bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .head.on .label {
        color: var(--t-ink);
      }
      .share {
        flex: none;
        font-size: 13px;
      }
      .number {
        display: flex;
        align-items: baseline;
        gap: 8px;
        font-weight: 600;
        letter-spacing: -0.02em;
        line-height: 1.1;
        height: 44px;
        white-space: nowrap;
      }
      .row .number {
        height: auto;
        flex-direction: row-reverse;
      }
      .count {
        display: inline-block;
      }
      .plus {
        font-size: 15px;
        letter-spacing: 0;
        color: var(--t-flow);
        animation: fade 2s forwards;
      }
      @keyframes fade {
        70% {
          opacity: 1;
        }
        to {
          opacity: 0;
        }
      }
      .facts {
        position: absolute;
      }
      .facts > div {
        display: flex;
        align-items: baseline;
        gap: 6px;
        line-height: 20px;
      }
      .facts .sw {
        align-self: center;
      }
      .facts.across {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
        height: 20px;
        overflow: hidden;
        left: 0;
      }
      .touch {
        position: absolute;
      }
      .rate {
        position: absolute;
        transform: translateX(-50%);
        text-align: center;
        white-space: nowrap;
        pointer-events: none;
      }
      .rate b {
        display: block;
        font-size: 24px;
        line-height: 28px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }
      .rate span {
        display: block;
        font-size: 13px;
        line-height: 16px;
        color: var(--t-quiet);
      }
      .rate.tight b {
        font-size: 14px;
        line-height: 18px;
      }
      .rate.early b {
        color: var(--t-quiet);
      }
      .rate.side {
        transform: none;
        right: 0;
        color: var(--t-quiet);
      }
      .rate.side b {
        display: inline;
        font-size: 15px;
        color: var(--t-ink);
      }
      .caption {
        min-height: 18px;
        padding-top: 12px;
        border-top: 1px solid var(--t-line);
        margin-top: 12px;
      }
      .caption .ink {
        color: var(--t-ink);
        font-weight: 600;
      }
      .waiting {
        position: absolute;
        left: 50%;
        top: 50%;
        transform: translate(-50%, -50%);
        display: grid;
        gap: 6px;
        justify-items: center;
        text-align: center;
        padding: 20px 28px;
        border-radius: 12px;
        background: var(--t-surface);
        border: 1px solid var(--t-line);
        box-sizing: border-box;
        max-width: 100%;
        overflow-wrap: anywhere;
      }
      code {
        font: 13px/20px var(--t-mono);
        color: var(--t-ink);
      }
    `,
  ];
}

/** Water that falls from a bar to the one below it; both begin at the left edge. */
function fall(from: number, to: number, y1: number, y2: number): string {
  const m = (y1 + y2) / 2;
  return `M0,${y1} L${from},${y1} C${from},${m} ${to},${m} ${to},${y2} L0,${y2} Z`;
}

function patterns(): TemplateResult {
  return svg`<defs>
    <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2.5" height="7" fill="var(--t-hatch)" />
    </pattern>
  </defs>`;
}

customElements.define('tundish-funnel', TundishFunnel);
