import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { numbered, type Mark } from './marks';
import type { Beside } from './picture';
import { changesStyles } from './changes-styles';
import { base } from './styles';
import { moment } from './words';

const WHAT: Record<Mark['kind'], string> = { marketing: '', promise: 'The promise', definition: 'The campaign' };
const LONGEST = 500;

/** What marketing changed, with the numbers that the changes have on every chart; and the form to say so. */
export class TundishChanges extends LitElement {
  static properties = {
    beside: { attribute: false },
    zone: { type: String },
    me: { type: String },
    may: { type: Boolean },
    now: { type: Number },
    open: { state: true },
    fault: { state: true },
    waiting: { state: true },
    asked: { state: true },
  };
  declare beside: Beside | null;
  declare zone: string;
  declare me: string;
  /** Whether this reader may write changes down. */
  declare may: boolean;
  declare now: number;
  declare open: boolean;
  declare fault: string;
  declare waiting: boolean;
  /** Which change is about to be taken back. */
  declare asked: string;

  constructor() {
    super();
    this.beside = null;
    this.zone = 'UTC';
    this.me = '';
    this.may = false;
    this.now = 0;
    this.open = false;
    this.fault = '';
    this.waiting = false;
    this.asked = '';
  }

  /** The server's answer to what was said. */
  answered(how: string, words: string): void {
    this.waiting = false;
    this.fault = how === 'fault' ? words : '';
    if (how === 'done') {
      this.open = false;
      this.asked = '';
    }
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('open') && changed.get('open') !== undefined) {
      this.renderRoot.querySelector<HTMLElement>(this.open ? '#what' : '#say')?.focus();
    }
  }

  protected render(): TemplateResult {
    const marks = numbered(this.beside?.changes ?? []).reverse();
    return html`
      <div class="top">
        <h2>What marketing changed</h2>
        ${this.may && !this.open ? html`<button id="say" class="say" @click=${() => (this.open = true)}>Say what you changed</button>` : nothing}
      </div>
      <p class="small quiet">Each is a numbered line on every chart over time.</p>
      ${this.open ? this.form() : this.fault ? html`<p class="fault small" role="alert">${this.fault}</p>` : nothing}
      ${this.beside === null
        ? html`<p class="quiet none">Fetching …</p>`
        : marks.length === 0
          ? html`<p class="quiet none">Nothing yet. ${this.may ? 'Say what you change, so that everybody sees whether it helped.' : ''}</p>`
          : html`<ol tabindex="0" aria-label="Changes, the newest first">
              ${repeat(
                marks,
                (m) => m.id,
                (m) => this.row(m),
              )}
            </ol>`}
    `;
  }

  private row(m: Mark): TemplateResult {
    return html`<li>
      <span class="number" aria-label=${`Mark ${m.number}`}>${m.number}</span>
      <div>
        <div class="what">${WHAT[m.kind] ? html`<span class="quiet">${WHAT[m.kind]}: </span>` : nothing}<bdi>${m.what}</bdi></div>
        <div class="small quiet">
          <time>${moment(m.at, this.now, this.zone)}</time> · <bdi>${m.by}</bdi>
          ${this.may && m.kind === 'marketing'
            ? this.asked === m.id
              ? html` · <button class="plain" ?disabled=${this.waiting} @click=${() => this.withdraw(m.id)}>Yes, take it back</button>
                  <button class="plain" @click=${() => (this.asked = '')}>Keep it</button>`
              : html` · <button class="plain" aria-label=${`Take back change ${m.number}`} @click=${() => (this.asked = m.id)}>Take back</button>`
            : nothing}
        </div>
        ${m.before ? html`<details class="small"><summary>What was promised before</summary><p class="before"><bdi>${m.before}</bdi></p></details>` : nothing}
      </div>
    </li>`;
  }

  private form(): TemplateResult {
    return html`<form @submit=${this.onSubmit} @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && this.close()}>
      <label class="wide">What <textarea id="what" name="what" rows="2" maxlength=${LONGEST} required placeholder="Small firms excluded from the search ads"></textarea></label>
      <label>Who <input name="by" maxlength="128" required .value=${this.me} autocomplete="off" /></label>
      <label>When <input name="at" type="datetime-local" aria-describedby="when" /></label>
      <span id="when" class="small quiet wide">Leave the time empty for now; it is read in ${this.zone}.</span>
      ${this.fault ? html`<span class="fault small wide" role="alert">${this.fault}</span>` : nothing}
      <div class="wide">
        <button id="write" type="submit" class="go" ?disabled=${this.waiting}>${this.waiting ? 'Keeping it …' : 'Write it down'}</button>
        <button type="button" class="plain" @click=${() => this.close()}>Cancel</button>
      </div>
    </form>`;
  }

  private close(): void {
    this.open = false;
    this.fault = '';
  }

  private readonly onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(said.get(name) ?? '');
    this.waiting = true;
    this.tell('change', { by: text('by'), at: text('at'), what: text('what').replace(/\s+/g, ' ') });
  };

  private withdraw(id: string): void {
    this.waiting = true;
    this.tell('withdraw', { id });
  }

  private tell(name: string, detail: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  static styles = [
    base,
    changesStyles,
  ];
}

customElements.define('tundish-changes', TundishChanges);
