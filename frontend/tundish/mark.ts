import { LitElement, css, html, svg, type TemplateResult } from 'lit';

/** The mark: a funnel with a gap in it, and the water in the gap. */
export class TundishMark extends LitElement {
  protected render(): TemplateResult {
    return html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      ${svg`<path class="ink" d="M3 4h26l-7.2 10.5H10.2z" />
        <path class="ink" d="M12.6 22.5h6.8V29l-6.8-2z" />
        <circle class="flow" cx="16" cy="18.6" r="2.1" />`}
    </svg>`;
  }

  static styles = css`
    :host {
      display: inline-flex;
    }
    .ink {
      fill: var(--t-ink);
    }
    .flow {
      fill: var(--t-flow);
    }
  `;
}

customElements.define('tundish-mark', TundishMark);
