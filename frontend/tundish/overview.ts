import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { filters, nothingFits } from './overview-filter';
import { COLUMNS, row, summary } from './overview-row';
import { Told, USUAL, fits, needs, order, type Look, type News, type Row } from './overview-rows';
import { overviewStyles } from './overview-styles';
import { Fed } from './seen';
import { sparkStyles } from './spark';
import { base } from './styles';
import { vesselStyles } from './vessels';
import { clock } from './words';

const SORTED = 30_000;
const TYPED = 300;
/** Rows that are drawn in one frame. */
const AT_ONCE = 24;

/** Every campaign a row, the whole row a link. Rows keep their place while someone points at them. */
export class TundishOverview extends Fed {
  static properties = { news: { noAccessor: true }, look: { type: String }, completeTo: { type: Number }, me: { type: String } };
  declare look: string;
  declare completeTo: number;
  declare me: string;

  private readonly known = new Told();
  /** Of what is known, what the page shows. */
  private readonly drawn = new Map<string, Row>();
  private drawing = 0;
  private heard = false;
  private looked: Look = USUAL;
  private keys: string[] = [];
  private sortedAt = 0;
  private settled = false;
  private pointed = false;
  private focused = false;
  private typing: number | undefined;
  private places = new Map<string, number>();

  constructor() {
    super();
    this.look = '';
    this.completeTo = 0;
    this.me = '';
  }

  connectedCallback(): void {
    super.connectedCallback();
    if (this.heard) {
      this.dispatchEvent(new CustomEvent('whole'));
    }
  }

  /** What the server tells; each is taken as it comes, so that none is lost. */
  set news(text: string) {
    if (!text) {
      return;
    }
    this.heard = true;
    const news = JSON.parse(text) as News;
    if (this.known.take(news)) {
      this.sort();
    } else {
      this.dispatchEvent(new CustomEvent('whole'));
    }
    this.draw(news.whole ? Infinity : AT_ONCE);
  }

  /** Many rows that changed at once are drawn over several frames, the upper ones first, so that scrolling does not wait. */
  private draw(most: number): void {
    const now = this.known.rows;
    [...this.drawn.keys()].filter((key) => !now.has(key)).forEach((key) => this.drawn.delete(key));
    const behind = this.keys.filter((key) => now.has(key) && now.get(key) !== this.drawn.get(key));
    behind.slice(0, most).forEach((key) => this.drawn.set(key, now.get(key)!));
    this.requestUpdate();
    if (behind.length > most && this.drawing === 0) {
      this.drawing = requestAnimationFrame(() => {
        this.drawing = 0;
        this.draw(AT_ONCE);
      });
    }
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('look') && this.look) {
      const next = JSON.parse(this.look) as Look;
      if (this.typing === undefined) {
        this.looked = next;
      }
      this.sort();
    }
    if (changed.has('completeTo') && this.completeTo) {
      this.alive(this.completeTo);
    }
  }

  /** Sorts at most every half minute, and never under someone's hand; new rows come last until then. */
  private sort(): void {
    const rows = [...this.known.rows.values()];
    const now = performance.now();
    // The first words come a moment after the first counts: then, and only then, it is sorted at once.
    const settles = !this.settled && rows.length > 0 && rows.every((r) => r.standing.word !== null || r.about.state !== 'live');
    const held = this.pointed || this.focused;
    if (this.keys.length === 0 || (!held && (settles || now - this.sortedAt > SORTED))) {
      this.settled ||= settles;
      this.remember();
      this.keys = order(rows, this.completeTo).map((r) => r.key);
      this.sortedAt = now;
      return;
    }
    const placed = new Set(this.keys);
    rows.filter((r) => !placed.has(r.key)).forEach((r) => this.keys.push(r.key));
  }

  private remember(): void {
    this.places.clear();
    this.rowElements().forEach((e) => this.places.set(e.dataset['key']!, e.getBoundingClientRect().top));
  }

  /** None before the first picture: news may come earlier. */
  private rowElements(): HTMLElement[] {
    return [...(this.renderRoot?.querySelectorAll<HTMLElement>('.row[data-key]') ?? [])];
  }

  protected updated(): void {
    if (this.places.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.places.clear();
      return;
    }
    this.rowElements().forEach((e) => {
      const before = this.places.get(e.dataset['key']!);
      const moved = before === undefined ? 0 : before - e.getBoundingClientRect().top;
      if (moved !== 0) {
        e.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], { duration: 250, easing: 'ease-out' });
      }
    });
    this.places.clear();
  }

  protected render(): TemplateResult | typeof nothing {
    const states = this.known.states;
    if (!this.heard) {
      return html`<div class="loading" role="status"><span class="quiet">Fetching the campaigns …</span></div>`;
    }
    if (Object.keys(states).length === 0) {
      return nothing;
    }
    const rows = this.keys.map((key) => this.drawn.get(key)).filter((r) => r !== undefined);
    const shown = rows.filter((r) => fits(r, this.looked, this.me));
    const urgent = order(
      shown.filter((r) => r.about.state === 'live' && needs(r)),
      this.completeTo,
    );
    return html`
      <header>
        <h1>Overview</h1>
        <p class="summary" id="summary">${shown.length === 0 ? nothing : summary(shown, urgent, this.open)}</p>
        ${filters(this.looked, rows, states, this.me, this.choose)}
        <p class="small quiet">
          All leads since each launch, wherever they are now, however long it took · needs attention first · live, complete to
          <span id="complete">${clock(this.completeTo)}</span>
        </p>
      </header>
      ${shown.length === 0 ? nothingFits(this.looked, states, this.choose) : this.table(shown)}
    `;
  }

  private table(shown: Row[]): TemplateResult {
    const minute = Math.floor(this.completeTo / 60_000);
    return html`<div
      class="list"
      role="table"
      aria-label="Campaigns, needs attention first"
      aria-rowcount=${shown.length + 1}
      @pointerenter=${() => (this.pointed = true)}
      @pointerleave=${() => (this.pointed = false)}
      @focusin=${() => (this.focused = true)}
      @focusout=${() => (this.focused = false)}
    >
      <div class="row names" role="row">${COLUMNS.map((c) => html`<span role="columnheader">${c}</span>`)}</div>
      ${repeat(
        shown,
        (r) => r.key,
        (r) => guard([r, minute], () => row(r, this.completeTo, this.open)),
      )}
    </div>`;
  }

  /** Other clicks (a new tab, a new window) stay the browser's. */
  private readonly open = (event: MouseEvent, key: string): void => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('open', { detail: { key } }));
    }
  };

  /** Shown at once; what is typed goes into the address when the typing rests. */
  private readonly choose = (part: Partial<Look>, replace: boolean): void => {
    this.looked = { ...this.looked, ...part };
    window.clearTimeout(this.typing);
    this.typing = replace ? window.setTimeout(() => this.say(true), TYPED) : undefined;
    if (!replace) {
      this.say(false);
    }
    this.requestUpdate();
  };

  private say(replace: boolean): void {
    this.typing = undefined;
    this.dispatchEvent(new CustomEvent('look', { detail: { ...this.looked, replace } }));
  }

  static styles = [base, vesselStyles, sparkStyles, overviewStyles];
}

customElements.define('tundish-overview', TundishOverview);
