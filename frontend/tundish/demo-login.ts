import { LitElement, css, html, type TemplateResult } from 'lit';
import { token } from './csrf';
import { base } from './styles';

const TEAM: [string, string, string][] = [
  ['manager', 'Manager', 'Is the launch on its way?'],
  ['marketer', 'Marketer', 'Where does it leak, and why?'],
  ['salesperson', 'Salesperson', 'What were the leads worth?'],
];

/** The demo's team: log in as one of them with one press. */
export class TundishDemoLogin extends LitElement {
  protected render(): TemplateResult {
    return html`<p class="quiet small">This is the demo. Look around as</p>
      ${TEAM.map(
        ([user, name, asks]) => html`<form method="post" action="/demo-login">
          ${token()}
          <input type="hidden" name="user" value=${user} />
          <button id=${`demo-${user}`}><b>${name}</b><span class="quiet small">${asks}</span></button>
        </form>`,
      )}`;
  }

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 8px;
        margin: 8px 0 16px;
      }
      button {
        display: grid;
        gap: 2px;
        width: 100%;
        min-height: 64px;
        text-align: start;
        padding: 10px 16px;
        font: 400 15px/22px var(--t-font);
        color: var(--t-ink);
        background: var(--t-canvas);
        border: 1px solid var(--t-line);
        border-radius: 12px;
        cursor: pointer;
      }
      button:hover {
        border-color: var(--t-flow);
      }
      b {
        font-size: 17px;
        font-weight: 600;
      }
    `,
  ];
}

customElements.define('tundish-demo-login', TundishDemoLogin);
