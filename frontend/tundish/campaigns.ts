import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ANY, read, several, shown, states, write, type Choice, type Row, type State } from './roll';
import { Fed } from './seen';
import { base } from './styles';
import { age, clock, count, date, shortCount } from './words';

const WORDS: Record<State, string> = { planned: 'Planned', live: 'Live', ended: 'Ended', archived: 'Archived' };
const GLYPHS: Record<State, string> = { planned: '◔', live: '●', ended: '■', archived: '▽' };

/** Every campaign a line: found by words, state, owner and tag; the address holds what is looked for. */
export class TundishCampaigns extends Fed {
  static properties = { picture: { type: String }, completeTo: { type: Number }, rows: { state: true }, choice: { state: true } };
  declare picture: string;
  declare completeTo: number;
  declare rows: Row[] | null;
  declare choice: Choice;

  constructor() {
    super();
    this.picture = '';
    this.completeTo = 0;
    this.rows = null;
    this.choice = read(location.search);
  }

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.back);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.back);
  }

  private readonly back = (): void => {
    this.choice = read(location.search);
  };

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('completeTo') && this.completeTo) {
      this.alive(this.completeTo);
    }
    if (changed.has('picture') && this.picture) {
      this.rows = JSON.parse(this.picture) as Row[];
    }
  }

  private choose(part: Partial<Choice>): void {
    this.choice = { ...this.choice, ...part };
    // In place: going back leaves the list, it does not take letters off a search.
    history.replaceState(history.state, '', location.pathname + write(this.choice));
  }

  protected render(): TemplateResult {
    const rows = this.rows;
    return html`
      <header>
        <div>
          <h1>Campaigns</h1>
          <p class="small quiet">
            ${rows === null ? 'Reading the campaigns …' : html`${rows.length === 1 ? 'One campaign' : `${count(rows.length)} campaigns`} · live, complete to ${clock(this.completeTo)}`}
          </p>
        </div>
        <a class="make" href="/campaigns/new" @click=${(e: MouseEvent) => this.open(e, 'campaigns/new')}>New campaign</a>
      </header>
      ${rows === null ? nothing : rows.length === 0 ? this.none() : this.list(rows)}
    `;
  }

  private none(): TemplateResult {
    return html`<section class="card empty">
      <h2>No campaign yet</h2>
      <p class="quiet">A campaign is one marketing effort with a funnel of its own. Make the first one; the next can be made like it.</p>
      <a class="make" href="/campaigns/new" @click=${(e: MouseEvent) => this.open(e, 'campaigns/new')}>Make the first campaign</a>
    </section>`;
  }

  private list(rows: Row[]): TemplateResult {
    const found = shown(rows, this.choice);
    return html`${this.filters(rows)}
      ${found.length === 0
        ? html`<section class="card empty">
            <p>No campaign fits.</p>
            <button class="plain" @click=${() => this.choose(ANY)}>Show all that are not archived</button>
          </section>`
        : html`<div class="card table" role="table" aria-label="Campaigns">
            <div class="row head" role="row">
              <span role="columnheader">Name</span><span role="columnheader">State</span><span role="columnheader">Owner</span><span role="columnheader">Tags</span
              ><span role="columnheader">Launch</span><span role="columnheader" class="number">Leads</span><span role="columnheader"><span class="twin">Change</span></span>
            </div>
            ${repeat(
              found,
              (r) => r.key,
              (r) => this.row(r),
            )}
          </div>`}
      <p class="twin" role="status">${count(found.length)} shown</p>`;
  }

  private filters(rows: Row[]): TemplateResult {
    const owners = several(rows.map((r) => r.owner));
    const tags = several(rows.flatMap((r) => r.tags));
    const counts = states(rows, this.choice);
    return html`<form class="filters" role="search" @submit=${(e: Event) => e.preventDefault()}>
      <input
        id="find"
        type="search"
        aria-label="Find a campaign"
        placeholder="Find by name, key, channel"
        .value=${this.choice.words}
        @input=${(e: InputEvent) => this.choose({ words: (e.target as HTMLInputElement).value })}
      />
      <div class="states" role="group" aria-label="State">
        ${(['', 'live', 'planned', 'ended', 'archived'] as const).map(
          (s) =>
            html`<button type="button" aria-pressed=${this.choice.state === s} @click=${() => this.choose({ state: s })}>
              ${s === '' ? 'All' : WORDS[s]} <span class="quiet">${count(counts.get(s) ?? 0)}</span>
            </button>`,
        )}
      </div>
      ${this.select('Owner', 'Anybody', owners, this.choice.owner, (owner) => this.choose({ owner }))}
      ${this.select('Tag', 'Any tag', tags, this.choice.tag, (tag) => this.choose({ tag }))}
    </form>`;
  }

  private select(label: string, any: string, values: string[], chosen: string, then: (value: string) => void): TemplateResult | typeof nothing {
    // What the address asks for is shown as chosen, also when no campaign has it.
    const all = chosen && !values.includes(chosen) ? [...values, chosen] : values;
    return all.length === 0
      ? nothing
      : html`<select aria-label=${label} @change=${(e: Event) => then((e.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${chosen === ''}>${any}</option>
          ${all.map((v) => html`<option value=${v} ?selected=${v === chosen}>${v}</option>`)}
        </select>`;
  }

  private row(r: Row): TemplateResult {
    const page = `campaigns/${r.key}`;
    return html`<div class="row" role="row" data-key=${r.key}>
      <span role="cell" class="name"
        ><a href=${`/${page}`} @click=${(e: MouseEvent) => this.open(e, page)}><bdi>${r.name}</bdi></a
        ><span class="small quiet"><bdi>${[r.key, r.channel].filter(Boolean).join(' · ')}</bdi></span></span
      >
      <span role="cell" class=${`state ${r.state}`}><i aria-hidden="true">${GLYPHS[r.state]}</i> ${WORDS[r.state]}</span>
      <span role="cell" class="owner"><bdi>${r.owner ?? ''}</bdi></span>
      <span role="cell" class="tags"
        >${r.tags.map((t) => html`<button type="button" aria-label=${`Only the tag ${t}`} aria-pressed=${this.choice.tag === t} @click=${() => this.choose({ tag: this.choice.tag === t ? '' : t })}>${t}</button>`)}</span
      >
      <span role="cell" class="when">${this.when(r)}</span>
      <span role="cell" class="number"
        >${r.leads === null
          ? '–'
          : html`<a href=${`/${page}`} @click=${(e: MouseEvent) => this.open(e, page)} aria-label=${`${count(r.leads)} leads at ${r.first}`}>${shortCount(r.leads)}</a>`}<span class="unit small quiet"
          > leads</span
        ></span
      >
      <span role="cell" class="do"
        ><a class="plain" href=${`/${page}/edit`} aria-label=${`Change ${r.name}`} @click=${(e: MouseEvent) => this.open(e, `${page}/edit`)}>Change</a
        ><a class="plain" href=${`/campaigns/new?like=${r.key}`} aria-label=${`Make one like ${r.name}`} @click=${(e: MouseEvent) => this.open(e, `campaigns/new?like=${r.key}`)}>Copy</a></span
      >
    </div>`;
  }

  private when(r: Row): TemplateResult | typeof nothing {
    if (r.launchedAt === null) {
      return html`<span class="quiet">no launch set</span>`;
    }
    const day = date(r.launchedAt, this.completeTo, r.zone);
    const more =
      r.state === 'ended' && r.endsAt !== null
        ? `to ${date(r.endsAt, this.completeTo, r.zone)}`
        : r.state === 'live' || r.state === 'planned'
          ? age(r.launchedAt, this.completeTo)
          : '';
    return html`${day}<span class="small quiet">${more}</span>`;
  }

  /** Other clicks (a new tab, a new window) stay the browser's. */
  private open(event: MouseEvent, path: string): void {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('open', { detail: { path } }));
    }
  }

  static styles = [
    base,
    css`
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 16px;
        margin-bottom: 20px;
      }
      h1 {
        margin: 0;
        font-size: 28px;
        line-height: 36px;
        font-weight: 600;
        letter-spacing: -0.015em;
      }
      .make {
        display: inline-block;
        padding: 9px 18px;
        border-radius: 10px;
        font-weight: 600;
        text-decoration: none;
        white-space: nowrap;
        background: var(--t-flow);
        color: var(--t-on-flow);
      }
      .card {
        background: var(--t-surface);
        border: 1px solid var(--t-line);
        border-radius: 12px;
        overflow: hidden;
      }
      .empty {
        padding: 48px 28px;
        text-align: center;
      }
      .empty p {
        margin: 4px auto 20px;
        max-width: 56ch;
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: center;
        margin: 0 0 16px;
      }
      input,
      select {
        font: inherit;
        color: inherit;
        height: 40px;
        box-sizing: border-box;
        padding: 0 14px;
        border: 1px solid var(--t-line);
        border-radius: 10px;
        background: var(--t-surface);
      }
      input {
        flex: 1 1 220px;
        max-width: 340px;
        min-width: 0;
      }
      select {
        max-width: 200px;
      }
      .states {
        display: flex;
        padding: 3px;
        border: 1px solid var(--t-line);
        border-radius: 10px;
        background: var(--t-surface);
        overflow-x: auto;
      }
      .states button {
        font: 500 14px/20px var(--t-font);
        padding: 6px 12px;
        border: 0;
        border-radius: 7px;
        background: none;
        color: var(--t-ink);
        white-space: nowrap;
        cursor: pointer;
      }
      .states button[aria-pressed='true'] {
        background: var(--t-open);
      }
      .states button[aria-pressed='true'] .quiet {
        color: var(--t-ink);
      }
      .row {
        display: grid;
        grid-template-columns: minmax(220px, 2.2fr) 110px minmax(90px, 1fr) minmax(120px, 1.3fr) 150px 84px 148px;
        gap: 20px;
        align-items: center;
        min-height: 64px;
        padding: 8px 24px;
        box-sizing: border-box;
        border-top: 1px solid var(--t-line);
      }
      .row:hover:not(.head) {
        background: color-mix(in srgb, var(--t-flow) 4%, var(--t-surface));
      }
      .row > span {
        min-width: 0;
      }
      .head {
        min-height: 40px;
        border-top: 0;
        color: var(--t-quiet);
        font-size: 13px;
        font-weight: 500;
      }
      .name a,
      .name .small,
      .owner,
      .when .small {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name a {
        color: var(--t-ink);
        font-weight: 600;
        text-decoration: none;
      }
      .name a:hover,
      .number a:hover {
        text-decoration: underline;
      }
      .state i {
        font-style: normal;
        color: var(--t-early);
      }
      .state.live i {
        color: var(--t-flow);
      }
      .state.planned i {
        color: var(--t-watch);
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .tags button {
        font: 500 12px/18px var(--t-font);
        padding: 1px 8px;
        color: var(--t-quiet);
        background: var(--t-canvas);
        border: 1px solid var(--t-line);
        border-radius: 999px;
        cursor: pointer;
      }
      .tags button[aria-pressed='true'] {
        color: var(--t-ink);
        background: var(--t-open);
      }
      .number {
        text-align: end;
      }
      .number a {
        color: var(--t-ink);
        font-weight: 600;
        text-decoration: none;
      }
      .unit {
        display: none;
      }
      .do {
        display: flex;
        justify-content: flex-end;
        gap: 4px;
      }
      .plain {
        font: 500 14px/20px var(--t-font);
        padding: 6px 10px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: var(--t-flow);
        text-decoration: none;
        cursor: pointer;
      }
      .plain:hover {
        background: color-mix(in srgb, var(--t-flow) 10%, transparent);
      }
      @media (max-width: 1180px) {
        .row {
          grid-template-columns: minmax(180px, 2fr) 100px minmax(80px, 1fr) 130px 76px 140px;
          gap: 16px;
          padding: 8px 16px;
        }
        .tags,
        .head span:nth-child(4) {
          display: none;
        }
      }
      @media (max-width: 860px) {
        .head {
          display: none;
        }
        .row {
          grid-template-columns: 1fr auto;
          gap: 2px 12px;
          padding: 12px 16px;
        }
        .owner {
          display: none;
        }
        .when {
          grid-column: 1;
          grid-row: 2;
          font-size: 13px;
        }
        .when .small {
          display: inline;
          margin-left: 8px;
        }
        .state {
          grid-column: 2;
          grid-row: 1;
          font-size: 13px;
        }
        .number {
          grid-column: 2;
          grid-row: 2;
        }
        .unit {
          display: inline;
        }
        .do {
          grid-column: 1 / -1;
          justify-content: flex-start;
          margin-left: -10px;
        }
        input {
          max-width: none;
          flex-basis: 100%;
        }
        select {
          flex: 1;
          max-width: none;
        }
        .states {
          max-width: 100%;
          box-sizing: border-box;
        }
      }
    `,
  ];
}

customElements.define('tundish-campaigns', TundishCampaigns);
