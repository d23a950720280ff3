import { LitElement, css, html, type TemplateResult } from 'lit';
import { base } from './styles';

/** Text to be copied, as it stands, with a button that does it. */
export class TundishSnippet extends LitElement {
  static properties = { text: { type: String }, here: { type: Boolean }, done: { state: true } };
  declare text: string;
  /** The text is a path on this server. */
  declare here: boolean;
  declare done: boolean;

  constructor() {
    super();
    this.text = '';
    this.here = false;
    this.done = false;
  }

  protected render(): TemplateResult {
    return html`<div class="box">
      <pre tabindex="0">${this.whole()}</pre>
      <button @click=${() => void this.copy()}>${this.done ? 'Copied' : 'Copy'}</button>
    </div>`;
  }

  private whole(): string {
    return this.here ? location.origin + this.text : this.text;
  }

  private async copy(): Promise<void> {
    this.done = await toClipboard(this.whole(), this.renderRoot.querySelector('pre')!);
    setTimeout(() => (this.done = false), 2000);
  }

  static styles = [
    base,
    css`
      .box {
        position: relative;
      }
      pre {
        margin: 0;
        padding: 14px 84px 14px 16px;
        border: 1px solid var(--t-line);
        border-radius: 10px;
        background: var(--t-canvas);
        font: 13px/20px var(--t-mono);
        overflow-x: auto;
        tab-size: 2;
      }
      button {
        position: absolute;
        top: 8px;
        right: 8px;
        font: 600 13px/18px var(--t-font);
        padding: 5px 12px;
        color: var(--t-ink);
        background: var(--t-surface);
        border: 1px solid var(--t-line);
        border-radius: 8px;
        cursor: pointer;
      }
      @media (max-width: 640px) {
        pre {
          padding: 48px 16px 14px;
        }
      }
      button:hover {
        border-color: var(--t-flow);
      }
    `,
  ];
}

/** Browsers give the clipboard only to secure pages; elsewhere the text is selected and copied the old way. */
async function toClipboard(text: string, shown: HTMLElement): Promise<boolean> {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const range = document.createRange();
  range.selectNodeContents(shown);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return document.execCommand('copy');
}

customElements.define('tundish-snippet', TundishSnippet);
