import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import './answers';
import './funnel';
import './minutes';
import './newest';
import type { Picture } from './picture';
import { Fed } from './seen';
import { base } from './styles';
import { age, allowed, clock, money, span } from './words';

const RANGES: [Picture['range'], string][] = [
  ['all', 'Since launch'],
  ['week', '7 days'],
  ['today', 'Today'],
  ['hour', 'Last hour'],
];

const WHEN: Record<Picture['range'], string> = {
  all: 'since the launch',
  week: 'during the last 7 days',
  today: 'today',
  hour: 'during the last hour',
};

/** A campaign's page: the funnel first, then its last hour, what sales says, and what just came in. */
export class TundishCampaign extends Fed {
  static properties = {
    picture: { type: String },
    completeTo: { type: Number },
    apiPort: { type: Number },
    parsed: { state: true },
    now: { state: true },
  };

  /** A picture as JSON: the same text for everybody who looks at it. */
  declare picture: string;
  declare completeTo: number;
  declare apiPort: number;
  declare parsed: Picture | null;
  declare now: number;

  constructor() {
    super();
    this.picture = '';
    this.completeTo = 0;
    this.apiPort = 8081;
    this.parsed = null;
    this.now = Date.now();
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('picture') && this.picture) {
      const before = this.parsed;
      const next = JSON.parse(this.picture) as Picture;
      // Once it is no longer among the newest events, the last lead is known to the minute only: what was seen is better.
      if (before?.key === next.key && before.lastLeadAt !== null && next.lastLeadAt !== null) {
        next.lastLeadAt = Math.max(before.lastLeadAt, next.lastLeadAt);
      }
      this.parsed = next;
    }
    if (changed.has('completeTo') && this.completeTo) {
      this.now = this.completeTo;
      this.alive(this.completeTo, this.parsed?.zone);
    }
  }

  protected render(): TemplateResult {
    const p = this.parsed;
    if (p === null) {
      return html`<div class="wait" role="status"><span class="quiet">Fetching the picture …</span></div>`;
    }
    const address = `${location.protocol}//${location.hostname}:${this.apiPort}/api/v1/events`;
    return html`
      <header>
        <h1><bdi>${p.name}</bdi></h1>
        <p class="quiet">${this.about(p)}</p>
      </header>
      <section class="card" aria-label="Funnel">
        <div class="controls">
          <div class="choice" role="group" aria-label="Time">
            ${RANGES.map(([r, words]) => this.button(r, words, p.range === r, () => this.choose(r, null)))}
          </div>
          <div class="choice" role="group" aria-label="What is counted">
            ${this.button('cohort', 'Leads who came in', p.mode === 'cohort', () => this.choose(p.range, 'cohort'))}
            ${this.button('activity', 'What happened', p.mode === 'activity', () => this.choose(p.range, 'activity'))}
          </div>
        </div>
        <p class="small quiet counted" id="counted">
          ${this.counted(p)} · ${p.zone} · live, complete to <span id="complete">${clock(this.completeTo, p.zone)}</span>
        </p>
        <tundish-funnel .picture=${p} .address=${address}></tundish-funnel>
      </section>
      <div class="cards">
        <section class="card"><tundish-minutes .picture=${p}></tundish-minutes></section>
        <section class="card"><tundish-answers .picture=${p} .now=${this.now}></tundish-answers></section>
        <section class="card"><tundish-newest .picture=${p}></tundish-newest></section>
      </div>
    `;
  }

  private about(p: Picture): TemplateResult {
    const parts: (string | TemplateResult)[] = [];
    if (p.channel) {
      parts.push(html`<bdi>${p.channel}</bdi>`);
    }
    const old = age(p.launchedAt, this.now);
    if (old) {
      parts.push(old);
    }
    parts.push(p.lastLeadAt === null ? this.silent(p) : `last lead ${span(Math.max(0, (this.now - p.lastLeadAt) / 1000))} ago`);
    for (const v of p.value) {
      parts.push(`${money(v.amount, v.currency)} won`);
    }
    return html`${parts.map((x, i) => html`${i > 0 ? ' · ' : nothing}${x}`)}`;
  }

  /** Only the whole time can tell that there never was one. */
  private silent(p: Picture): string {
    return p.range === 'all' && p.stages[0]?.leads === 0 ? 'no lead yet' : 'no lead in the last hour';
  }

  private counted(p: Picture): string {
    return p.mode === 'cohort'
      ? `Leads who came in ${WHEN[p.range]}, ${p.allowed === null ? 'wherever they are now' : `counted by how far each came within ${allowed(p.allowed)} of coming in`}`
      : `What happened ${WHEN[p.range]}: every lead that reached a stage, whenever it came in; a share may pass 100 %`;
  }

  private button(id: string, words: string, on: boolean, go: () => void): TemplateResult {
    return html`<button id=${`show-${id}`} aria-pressed=${on ? 'true' : 'false'} @click=${go}>${words}</button>`;
  }

  private choose(range: string, mode: string | null): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { range, mode: mode ?? '' } }));
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
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .wait {
        min-height: 480px;
        display: grid;
        place-items: center;
      }
      .card {
        background: var(--t-surface);
        border: 1px solid var(--t-line);
        border-radius: 12px;
        padding: 24px;
        box-sizing: border-box;
        min-width: 0;
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 24px;
        justify-content: space-between;
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
      .choice button {
        font: 500 14px/20px var(--t-font);
        color: var(--t-quiet);
        border: 0;
        background: none;
        border-radius: 7px;
        padding: 6px 12px;
        cursor: pointer;
        white-space: nowrap;
      }
      .choice button:focus-visible {
        outline-offset: -2px;
      }
      .choice button:hover {
        color: var(--t-ink);
      }
      .choice button[aria-pressed='true'] {
        background: var(--t-surface);
        color: var(--t-ink);
        box-shadow: 0 0 0 1px var(--t-line);
      }
      .counted {
        margin: 12px 0 24px;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 16px;
        margin-top: 16px;
      }
      @media (max-width: 1100px) {
        .cards {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        .card {
          padding: 16px;
        }
        .choice {
          width: 100%;
        }
        .choice button {
          flex: 1;
          padding: 6px 6px;
          font-size: 13px;
        }
      }
    `,
  ];
}

customElements.define('tundish-campaign', TundishCampaign);
