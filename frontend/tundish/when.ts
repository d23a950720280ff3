import { LitElement, html, type TemplateResult } from 'lit';

/** A moment in the reader's own language and time. */
export class TundishWhen extends LitElement {
  static properties = { at: { type: Number } };
  declare at: number;

  constructor() {
    super();
    this.at = 0;
  }

  protected render(): TemplateResult {
    const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(this.at);
    return html`<time datetime=${new Date(this.at).toISOString()}>${words}</time>`;
  }
}

customElements.define('tundish-when', TundishWhen);
