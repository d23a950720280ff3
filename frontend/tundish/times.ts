import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import * as address from './address';
import type { Bar, Found } from './found';
import { panels } from './panels';
import { base } from './styles';
import { EARLY, count, leads, percent, span } from './words';

/** How long the step took those who made it: a bar for each span of time, each a link to its leads. */
export class TundishTimes extends LitElement {
  static properties = { found: { attribute: false }, seesLeads: { type: Boolean } };
  declare found: Found | null;
  declare seesLeads: boolean;

  constructor() {
    super();
    this.found = null;
    this.seesLeads = false;
  }

  protected render(): TemplateResult | typeof nothing {
    const f = this.found;
    if (f === null) {
      return nothing;
    }
    const from = f.stages[f.step]?.label ?? '';
    const to = f.stages[f.step + 1]?.label ?? '';
    const t = f.times;
    return html`
      <h2>How long the step takes</h2>
      <p class="small quiet">From ${from} to ${to}, of the ${leads(t.leads)} who made it and were seen at both.</p>
      ${t.leads === 0
        ? html`<p class="none">Nobody was seen to make this step yet.</p>`
        : html`
            <p class="figures">
              <span><b>${span(t.p50)}</b> half came within</span> <span><b>${span(t.p90)}</b> nine of ten within</span>
              ${t.leads < EARLY ? html`<span class="quiet">too early: ${leads(t.leads)}</span>` : nothing}
            </p>
            ${this.bars(f, t.bars, to)}
          `}
    `;
  }

  private bars(f: Found, bars: Bar[], to: string): TemplateResult {
    const top = Math.max(1, ...bars.map((b) => b.leads));
    return html`<ol style=${styleMap({ gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` })}>
      ${bars.map((b) => {
        const words = `${count(b.leads)} of ${count(f.times.leads)} (${percent(b.leads / f.times.leads)}) came to ${to} in ${span(b.from)} to ${span(b.to)}`;
        const inner = html`<i class="bar" style=${styleMap({ height: `${(b.leads / top) * 96}px` })}></i>`;
        return html`<li>
          <span class="n small" aria-hidden="true">${b.leads === 0 ? '' : count(b.leads)}</span>
          ${this.seesLeads && b.leads > 0
            ? html`<a aria-label=${words} title=${words} data-count=${b.leads} href=${address.leads(f.key, f.query, { count: 'took', at: f.stages[f.step + 1]!.key, took: [b.from, b.to] })}>${inner}</a>`
            : html`<span role="img" aria-label=${words} title=${words}>${inner}</span>`}
          <span class="small quiet from" aria-hidden="true">${span(b.from)}</span>
        </li>`;
      })}
    </ol>`;
  }

  static styles = [
    base,
    panels,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
        margin-top: 12px;
        color: var(--t-quiet);
      }
      .figures b {
        color: var(--t-ink);
        font-size: 20px;
        font-weight: 600;
      }
      ol {
        list-style: none;
        margin: 16px 0 0;
        padding: 0;
        display: grid;
        gap: 2px;
      }
      li {
        display: grid;
        grid-template-rows: 18px 98px 18px;
        min-width: 0;
      }
      .n {
        text-align: center;
        font-size: 12px;
      }
      li > a,
      li > span[role] {
        display: flex;
        align-items: flex-end;
        border-bottom: 1px solid var(--t-line);
      }
      .bar {
        display: block;
        width: 100%;
        min-height: 2px;
        background: var(--t-flow);
        border-radius: 3px 3px 0 0;
        transition: height 400ms;
      }
      li > span[role] .bar[style*='height:0px'] {
        background: none;
      }
      a:hover .bar {
        opacity: 0.8;
      }
      .from {
        font-size: 12px;
        white-space: nowrap;
        overflow: visible;
      }
      li:nth-child(even) .from {
        visibility: hidden;
      }
      @media (max-width: 640px) {
        li:not(:nth-child(4n + 1)) .from {
          visibility: hidden;
        }
        .n {
          visibility: hidden;
        }
      }
    `,
  ];
}

customElements.define('tundish-times', TundishTimes);
