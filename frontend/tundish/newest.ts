import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { lead } from './links';
import type { NewEvent, Picture } from './picture';
import { base } from './styles';
import { count, moment, money } from './words';

const GLYPH: Record<NewEvent['tone'], string> = { flow: '●', won: '✓', left: '▼', said: '◆', other: '○' };

/** The newest events in plain words; held still while someone reads. */
export class TundishNewest extends LitElement {
  static properties = { picture: { attribute: false }, shown: { state: true }, waiting: { state: true } };
  declare picture: Picture | null;
  declare shown: NewEvent[];
  declare waiting: number;
  private held = false;
  private of = '';

  constructor() {
    super();
    this.picture = null;
    this.shown = [];
    this.waiting = 0;
  }

  protected willUpdate(changed: PropertyValues): void {
    if (!changed.has('picture') || this.picture === null) {
      return;
    }
    const another = this.of !== this.picture.key;
    this.of = this.picture.key;
    const newest = this.shown[0]?.version ?? 0;
    const more = this.picture.newest.filter((e) => e.version > newest).length;
    if (this.held && !another) {
      this.waiting = more;
    } else {
      this.shown = this.picture.newest;
      this.waiting = 0;
    }
  }

  private readonly hold = (): void => {
    this.held = true;
  };

  private readonly release = (): void => {
    this.held = false;
    this.catchUp();
  };

  private catchUp(): void {
    this.shown = this.picture?.newest ?? [];
    this.waiting = 0;
  }

  private who(e: NewEvent): TemplateResult | typeof nothing {
    if (e.lead === null) {
      return nothing;
    }
    const name = html`<bdi>${e.lead}</bdi>`;
    return html` · ${e.number === null ? name : html`<a href=${lead(this.of, e.number)}>${name}</a>`}`;
  }

  protected render(): TemplateResult {
    const now = Date.now();
    const full = this.picture?.newest.length ?? 0;
    return html`
      <div class="top">
        <h2>Just in</h2>
        ${this.waiting > 0
          ? html`<button @click=${() => this.catchUp()}>${count(this.waiting)}${this.waiting === full && full >= 10 ? '+' : ''} new</button>`
          : nothing}
      </div>
      <p class="small quiet">The newest events of all leads, as they came in. “Late”: it had happened over ten minutes before.</p>
      ${this.shown.length === 0
        ? html`<p class="quiet none">No event yet.</p>`
        : html`<ol @mouseenter=${this.hold} @mouseleave=${this.release} @focusin=${this.hold} @focusout=${this.release} tabindex="0" aria-label="Newest events">
            ${repeat(
              this.shown,
              (e) => `${e.version}/${e.lead}/${e.words}/${e.at}`,
              (e) => html`<li>
                <time class="quiet">${moment(e.at, now, this.picture?.zone)}</time>
                <span class="glyph ${e.tone}" aria-hidden="true">${GLYPH[e.tone]}</span>
                <span class="words"
                  ><bdi class="what">${e.words}${e.value ? ` · ${money(e.value.amount, e.value.currency)}` : nothing}</bdi>
                  ${e.late ? html`<span class="late">late</span>` : nothing}<span class="quiet">${this.who(e)}${e.source ? html` · <bdi>${e.source}</bdi>` : nothing}</span></span
                >
              </li>`,
            )}
          </ol>`}
    `;
  }

  static styles = [
    base,
    css`
      .top {
        display: flex;
        justify-content: space-between;
        height: 22px;
      }
      button {
        font: 600 13px/18px var(--t-font);
        border: 0;
        border-radius: 999px;
        padding: 2px 12px;
        background: var(--t-flow);
        color: var(--t-on-flow);
        cursor: pointer;
      }
      ol {
        list-style: none;
        margin: 10px 0 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: auto 14px minmax(0, 1fr);
        gap: 8px;
        align-items: baseline;
        padding: 6px 0;
        border-top: 1px solid var(--t-line);
        font-size: 14px;
        line-height: 20px;
        animation: come 250ms ease-out;
      }
      li:first-child {
        border-top: 0;
      }
      @keyframes come {
        from {
          background: color-mix(in srgb, var(--t-flow) 18%, transparent);
        }
      }
      time {
        font-size: 13px;
      }
      .glyph {
        font-size: 11px;
        text-align: center;
        color: var(--t-early);
      }
      .glyph.flow {
        color: var(--t-flow);
      }
      .glyph.won {
        color: var(--t-won);
        font-size: 14px;
        font-weight: 700;
      }
      .glyph.left {
        color: var(--t-left);
      }
      .glyph.said {
        color: var(--t-watch);
      }
      .words {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .what {
        font-weight: 500;
      }
      .late {
        margin-left: 6px;
        padding: 0 6px;
        border: 1px solid var(--t-line);
        border-radius: 999px;
        font-size: 12px;
        color: var(--t-quiet);
      }
      a {
        color: inherit;
        text-decoration-color: var(--t-line);
        text-underline-offset: 3px;
      }
      .none {
        margin-top: 14px;
      }
    `,
  ];
}

customElements.define('tundish-newest', TundishNewest);
