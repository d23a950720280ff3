import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { change, without } from './links';
import { local, nextDay, type Others } from './options';
import type { Picture } from './picture';
import { controlsStyles } from './controls-styles';
import { base } from './styles';
import { allowed } from './words';

const RANGES: [Picture['range'], string][] = [
  ['all', 'Since launch'],
  ['week', '7 days'],
  ['today', 'Today'],
  ['hour', 'Last hour'],
];
const DAY = 86_400;
const TIMES = [DAY, 7 * DAY, 14 * DAY, 30 * DAY, 60 * DAY, 90 * DAY];

/** What one looks at: the time, what is counted, the time allowed, which leads, and beside what. Each choice is an address. */
export class TundishControls extends LitElement {
  static properties = {
    picture: { attribute: false },
    others: { attribute: false },
    dates: { state: true },
    fault: { state: true },
  };
  declare picture: Picture | null;
  declare others: Others;
  /** Whether dates are being chosen. */
  declare dates: boolean;
  declare fault: string;

  constructor() {
    super();
    this.picture = null;
    this.others = { others: [], predecessor: '' };
    this.dates = false;
    this.fault = '';
  }

  protected render(): TemplateResult | typeof nothing {
    const p = this.picture;
    if (p === null) {
      return nothing;
    }
    return html`
      <div class="line">
        <div class="choice" role="group" aria-label="Time">
          ${RANGES.map(([r, words]) =>
            this.button(r, words, p.range === r, { range: r === 'all' ? null : r, from: null, to: null, mode: null }),
          )}
          <button id="show-between" aria-pressed=${p.range === 'between' ? 'true' : 'false'} aria-expanded=${this.dates ? 'true' : 'false'} @click=${this.toggle}>
            Dates
          </button>
        </div>
        <div class="choice" role="group" aria-label="What is counted">
          ${this.button('cohort', 'Leads who came in', p.mode === 'cohort', { mode: 'cohort' })}
          ${this.button('activity', 'What happened', p.mode === 'activity', { mode: 'activity' })}
        </div>
        ${this.allowed(p)} ${this.against(p)}
      </div>
      ${this.dates ? this.form(p) : nothing} ${this.chips(p)}
    `;
  }

  private button(id: string, words: string, on: boolean, to: Record<string, string | null>): TemplateResult {
    return html`<button id=${`show-${id}`} aria-pressed=${on ? 'true' : 'false'} @click=${() => this.go(change(this.picture!.query, to))}>${words}</button>`;
  }

  private allowed(p: Picture): TemplateResult | typeof nothing {
    if (p.mode === 'activity') {
      return nothing; // what happened in a time has no time allowed
    }
    const said = new URLSearchParams(p.query).get('window') ?? '';
    const options: [string, string][] = [['', `${allowed(p.usuallyAllowed)} (usual)`]];
    TIMES.filter((t) => t !== p.usuallyAllowed).forEach((t) => options.push([`P${t / DAY}D`, allowed(t)]));
    options.push(['none', 'No limit']);
    if (!options.some(([code]) => code === said)) {
      options.push([said, p.allowed === null ? said : allowed(p.allowed)]);
    }
    return this.select('window', 'Time allowed', options, said);
  }

  private against(p: Picture): TemplateResult {
    const said = new URLSearchParams(p.query).get('vs') ?? '';
    const { others, predecessor } = this.others;
    const options: [string, string][] = predecessor
      ? [
          ['', `${predecessor} (predecessor)`],
          ['none', 'Nothing'],
        ]
      : [['', 'Nothing']];
    options.push(['previous', 'The time before'], ['target', 'The target']);
    others.filter((o) => o.name !== predecessor || !predecessor).forEach((o) => options.push([o.code, o.name]));
    const shown = said === 'none' && !predecessor ? '' : said;
    if (!options.some(([code]) => code === shown)) {
      options.push([shown, p.against?.name ?? shown]);
    }
    return this.select('vs', 'Compare with', options, shown);
  }

  private select(name: string, words: string, options: [string, string][], value: string): TemplateResult {
    return html`<label class="pick"
      ><span class="quiet">${words}</span>
      <select id=${`choose-${name}`} @change=${(e: Event) => this.go(change(this.picture!.query, { [name]: (e.target as HTMLSelectElement).value || null }))}>
        ${options.map(([code, label]) => html`<option value=${code} ?selected=${code === value} .selected=${code === value}>${label}</option>`)}
      </select></label
    >`;
  }

  private form(p: Picture): TemplateResult {
    const asked = new URLSearchParams(p.query);
    const from = asked.get('from') ?? '';
    const to = asked.get('to') ?? '';
    return html`<form class="dates" @submit=${this.onDates} @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && this.close()}>
      <label>From <input id="from" name="from" type="date" .value=${from.slice(0, 10)} /></label>
      <label>to <input id="to" name="to" type="date" .value=${to ? local(to) : ''} /></label>
      <button type="submit">Show</button>
      <button type="button" class="plain" @click=${() => this.close()}>Cancel</button>
      <span class="small quiet">Whole days, both of them included, in ${p.zone}. Leave one empty for no bound.</span>
      ${this.fault ? html`<span class="fault small" role="alert">${this.fault}</span>` : nothing}
    </form>`;
  }

  private chips(p: Picture): TemplateResult | typeof nothing {
    if (p.filter.length === 0) {
      return nothing;
    }
    return html`<div class="chips" role="group" aria-label="Only leads with">
      <span class="small quiet">Only leads with</span>
      ${p.filter.map(
        (f) => html`<button class="chip" aria-label=${`Take out ${f.key} ${f.value || 'not given'}`} @click=${() => this.go(without(p.query, f.key, f.value))}>
          <span class="quiet">${f.key}</span> <bdi>${f.value || 'not given'}</bdi> <span aria-hidden="true">×</span>
        </button>`,
      )}
      ${p.filter.length > 1 ? html`<button class="plain" @click=${() => this.go(change(p.query, { filter: null }))}>All leads</button>` : nothing}
    </div>`;
  }

  private readonly toggle = (): void => {
    this.fault = '';
    this.dates = !this.dates;
    if (this.dates) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('#from')?.focus());
    }
  };

  private close(): void {
    this.dates = false;
    this.renderRoot.querySelector<HTMLButtonElement>('#show-between')?.focus();
  }

  private readonly onDates = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const from = String(said.get('from') ?? '');
    const to = String(said.get('to') ?? '');
    if (!from && !to) {
      this.fault = 'Give at least one of the two days.';
    } else if (from && to && from > to) {
      this.fault = 'The first day comes after the last one: exchange them.';
    } else {
      this.dates = false;
      this.go(change(this.picture!.query, { range: null, mode: null, from: from || null, to: to ? nextDay(to) : null }));
    }
  };

  private go(query: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { query }, bubbles: true, composed: true }));
  }

  static styles = [
    base,
    controlsStyles,
  ];
}

customElements.define('tundish-controls', TundishControls);
