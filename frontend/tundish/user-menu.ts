import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { token } from './csrf';
import { base } from './styles';
import { choose, chosen, settle, type Choice } from './theme';

const CHOICES: [Choice, string][] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'As the device'],
];

/** Who one is, how it looks, and the way out. */
export class TundishUserMenu extends LitElement {
  static properties = { user: { type: String }, roleName: { attribute: 'role-name' }, open: { state: true }, theme: { state: true } };
  declare user: string;
  declare roleName: string;
  declare open: boolean;
  declare theme: Choice;

  constructor() {
    super();
    this.user = '';
    this.roleName = '';
    this.open = false;
    this.theme = chosen();
  }

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.outside);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.outside);
  }

  protected firstUpdated(_changed: PropertyValues): void {
    settle(this.user);
    this.theme = chosen();
  }

  private readonly outside = (event: Event): void => {
    if (!event.composedPath().includes(this)) {
      this.open = false;
    }
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>('#user')?.focus();
    }
  };

  protected render(): TemplateResult {
    return html`<div @keydown=${this.onKey}>
      <button id="user" aria-label=${`${this.user}: your menu`} aria-expanded=${this.open ? 'true' : 'false'} aria-controls="menu" @click=${() => (this.open = !this.open)}>
        <span class="face" aria-hidden="true">${this.user.slice(0, 1).toUpperCase()}</span><bdi>${this.user}</bdi>
      </button>
      <div id="menu" ?hidden=${!this.open}>
        ${this.roleName === this.user ? '' : html`<p class="quiet small">Role: ${this.roleName}</p>`}
        <div class="themes" role="group" aria-label="Colours">
          ${CHOICES.map(
            ([c, words]) =>
              html`<button class="theme" aria-pressed=${this.theme === c ? 'true' : 'false'} @click=${() => this.pick(c)}>${words}</button>`,
          )}
        </div>
        <a href="/account">Your account</a>
        <a href="/password">Change password</a>
        <form method="post" action="/logout">${token()}<button class="plain" id="logout">Log out</button></form>
      </div>
    </div>`;
  }

  private pick(c: Choice): void {
    choose(c, this.user);
    this.theme = c;
  }

  static styles = [
    base,
    css`
      :host {
        position: relative;
        margin-left: auto;
      }
      button,
      a {
        font: 500 14px/20px var(--t-font);
        color: var(--t-ink);
        cursor: pointer;
      }
      #user {
        display: flex;
        align-items: center;
        gap: 8px;
        border: 0;
        background: none;
        padding: 4px;
        max-width: 180px;
      }
      #user bdi {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .face {
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        border-radius: 50%;
        background: var(--t-open);
        font-weight: 600;
        font-size: 13px;
      }
      #menu:not([hidden]) {
        position: absolute;
        right: 0;
        top: 44px;
        z-index: 200;
        width: 264px;
        display: grid;
        gap: 12px;
        padding: 16px;
        background: var(--t-surface);
        border: 1px solid var(--t-line);
        border-radius: 12px;
        box-shadow: 0 8px 24px rgb(0 0 0 / 0.14);
      }
      .themes {
        display: flex;
        gap: 2px;
        padding: 3px;
        border: 1px solid var(--t-line);
        border-radius: 10px;
        background: var(--t-canvas);
      }
      .theme {
        flex: 1 auto;
        border: 0;
        background: none;
        padding: 5px 4px;
        border-radius: 7px;
        font-size: 13px;
        white-space: nowrap;
        color: var(--t-quiet);
      }
      .theme[aria-pressed='true'] {
        background: var(--t-surface);
        color: var(--t-ink);
        box-shadow: 0 0 0 1px var(--t-line);
      }
      .plain {
        border: 0;
        background: none;
        padding: 0;
      }
      a {
        text-decoration: none;
      }
      a:hover,
      .plain:hover {
        text-decoration: underline;
      }
      form {
        margin: 0;
      }
      @media (max-width: 640px) {
        #user bdi {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('tundish-user-menu', TundishUserMenu);
