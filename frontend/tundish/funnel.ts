import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Dots, type Ground } from './dots';
import { across, down, type Shown } from './funnel-layouts';
import { funnelStyles } from './funnel-styles';
import { linked } from './funnel-words';
import { behind } from './links';
import { Waves, fresh, type Recent, type Tick } from './motion';
import type { Beside, Picture } from './picture';
import { stage } from './sentences';
import { base, swatches } from './styles';
import { vesselStyles } from './vessels';
import { DASH, count, percent, span } from './words';

const NARROW = 640;

/** The signature: one picture of water that runs from stage to stage, and of what waits and leaves on the way. */
export class TundishFunnel extends LitElement {
  static properties = {
    picture: { attribute: false },
    beside: { attribute: false },
    address: { type: String },
    width: { state: true },
    focused: { state: true },
    plus: { state: true },
    each: { state: true },
  };

  declare picture: Picture | null;
  declare beside: Beside | null;
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
  private last: { view: string; version: number; tick: Tick; recent: Recent } | null = null;
  private forget: ReturnType<typeof setTimeout> | undefined;
  private readonly watcher = new ResizeObserver((entries) => {
    this.width = Math.floor(entries[0]!.contentRect.width);
  });

  constructor() {
    super();
    this.picture = null;
    this.beside = null;
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
    const view = `${this.picture.key}${this.picture.query}/${this.picture.exact}/${this.picture.stages.length}`;
    const tick: Tick = {
      leads: this.picture.stages.map((s) => s.leads),
      out: this.picture.stages.map((s) => s.out ?? 0),
    };
    const last = this.last;
    const recent: Recent = { from: this.picture.recentFrom, counts: this.picture.recent };
    this.last = { view, version: this.picture.version, tick, recent };
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
    const news = this.picture.newest.filter((e) => e.version > last.version);
    const allLate = news.length > 0 && news.every((e) => e.late);
    const still = allLate || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const wave = this.waves.next(last.tick, capped(last, { tick, recent }), performance.now());
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
    const waiting = picture.stages.every((r) => r.leads === 0);
    const shown: Shown = {
      picture,
      beside: this.beside,
      width: this.width,
      plus: this.plus,
      focused: this.focused,
      point: (k) => (this.focused = k),
    };
    const layout = this.width < NARROW ? down(shown) : across(shown, waiting);
    this.ground = layout.ground;
    return html`
      <div>${layout.page} ${waiting ? this.waiting(picture) : nothing}</div>
      <p class="caption small quiet">${this.caption(picture, waiting)}</p>
      ${this.twin(picture)}
    `;
  }

  private waiting(picture: Picture): TemplateResult {
    const ever = picture.range === 'all' && picture.filter.length === 0;
    return html`<div class="waiting">
      <b>${ever ? 'Waiting for the first lead' : picture.filter.length > 0 ? 'No lead like that in this time' : 'Nothing here yet in this time'}</b>
      ${ever && this.address
        ? html`<span class="small">Send it to <code>${this.address}</code><br />as campaign <code>${picture.key}</code></span>`
        : nothing}
    </div>`;
  }

  private caption(picture: Picture, waiting: boolean): TemplateResult | string {
    if (picture.stages[this.focused] !== undefined) {
      return stage(picture, this.focused);
    }
    if (waiting) {
      return '\u00a0';
    }
    const crowd = this.each > 1 ? ' · One dot is ten leads.' : '';
    if (picture.left.length === 0) {
      return (picture.mode === 'cohort' ? 'Nobody has left yet.' : 'Point at a stage to read it as a sentence.') + crowd;
    }
    return html`<span>Why leads left: </span>${picture.left.map((l, i) => {
      const words = html`<bdi>${l.label}</bdi> <b class="ink">${count(l.leads)}</b>`;
      return html`${i > 0 ? ' · ' : ''}${linked(behind(picture, { count: 'out', reason: l.slug }), words)}`;
    })}${crowd}`;
  }

  private twin(picture: Picture): TemplateResult {
    const cohort = picture.mode === 'cohort';
    const or = (n: number | null): string => (n === null ? DASH : count(n));
    const other = picture.against;
    return html`<div class="twin">
      <table>
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
            ${other ? html`<th scope="col">${other.name}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${picture.stages.map(
            (r, k) => html`<tr>
              <th scope="row">${r.label}</th>
              <td>${count(r.leads)}</td>
              <td>${percent(r.ofPrevious)}</td>
              <td>${percent(r.ofFirst)}</td>
              ${cohort ? html`<td>${or(r.open)}</td><td>${or(r.out)}</td><td>${or(r.expired)}</td>` : nothing}
              <td>${span(r.median)}</td>
              ${other ? html`<td>${or(other.stages[k]?.leads ?? null)}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static styles = [base, swatches, vesselStyles, funnelStyles];
}

interface Known {
  tick: Tick;
  recent: Recent;
}

/** The counts as far as they moved by what happened just now: imports and late events set nothing in motion. */
function capped(before: Known, after: Known): Tick {
  const just = fresh(before.recent, after.recent);
  const leads = after.tick.leads.map((n, k) => Math.min(n, (before.tick.leads[k] ?? 0) + (just[k] ?? 0)));
  return { leads, out: after.tick.out };
}

customElements.define('tundish-funnel', TundishFunnel);
