import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as address from './address';
import type { Found } from './found';
import { Held } from './held';
import { panels } from './panels';
import { base } from './styles';
import { EARLY, count, percent } from './words';

const SHOWN = 12;

/** The funnel of each value of an attribute, side by side; values are filtered by clicking them. */
export class TundishBreakdown extends LitElement {
  static properties = { found: { attribute: false }, seesLeads: { type: Boolean }, all: { state: true } };
  declare found: Found | null;
  declare seesLeads: boolean;
  declare all: boolean;
  private readonly held = new Held();

  constructor() {
    super();
    this.found = null;
    this.seesLeads = false;
    this.all = false;
  }

  protected render(): TemplateResult | typeof nothing {
    const f = this.found;
    if (f === null) {
      return nothing;
    }
    const keys = Object.entries(f.attributes);
    if (f.by === null || keys.length === 0) {
      return html`<h2>Side by side</h2>
        <p class="none">These leads carry no attributes. Send some with lead.captured, such as source, segment, medium and region: the first touch counts.</p>`;
    }
    const values = this.held.arrange(f.values, name, `${f.query}#${f.by}`);
    const shown = this.all ? values : values.slice(0, SHOWN);
    const hidden = f.values.length - shown.length;
    return html`
      <div class="head">
        <h2>Side by side</h2>
        <label
          >by
          <select @change=${(e: Event) => this.choose(f, (e.target as HTMLSelectElement).value)}>
            ${keys.map(([key, values]) => html`<option value=${key} .selected=${key === f.by}>${key} (${count(values)})</option>`)}
          </select></label
        >
      </div>
      <p class="small quiet">
        How far the leads of each ${f.by} came: how many, and the share of the stage before. A click on a value looks at it alone or adds it; the other filters hold.
      </p>
      ${f.values.length === 0 ? html`<p class="none">Nobody came in in this view.</p>` : this.table(f, shown)}
      ${hidden > 0 || this.all
        ? html`<button class="more" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>
            ${this.all ? 'Show the largest only' : `Show ${count(hidden)} more`}
          </button>`
        : nothing}
      ${f.otherValues > 0 ? html`<p class="small quiet">${count(f.otherValues)} leads have other, rarer values.</p>` : nothing}
    `;
  }

  private table(f: Found, rows: Found['values']): TemplateResult {
    const on = address.filters(f.query).filter(([key]) => key === f.by);
    return html`<div class="scroll" @pointerenter=${this.held.hear} @pointerleave=${this.held.hear} @focusin=${this.held.hear} @focusout=${this.held.hear}>
      <table>
        <thead>
          <tr>
            <th scope="col">${f.by}</th>
            ${f.stages.map((s, k) => html`<th scope="col" class="n ${k === f.step || k === f.step + 1 ? 'here' : ''}">${s.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            name,
            (r) => this.row(f, r, on.some(([, value]) => value === r.value)),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private row(f: Found, r: Found['values'][number], on: boolean): TemplateResult {
    const where: address.Where = [f.by!, r.value];
    return html`<tr class=${on ? 'on' : ''}>
      <th scope="row">
        <a class="value" aria-current=${on ? 'true' : 'false'} href=${address.toggled(f.key, f.query, where)} title=${on ? 'Take this value out of the filter' : 'Filter by this value'}
          ><span class="box" aria-hidden="true">${on ? '✓' : ''}</span><bdi>${r.value ?? 'not said'}</bdi></a
        >
      </th>
      ${r.stages.map((n, k) => {
        const before = k === 0 ? null : r.stages[k - 1]!;
        const rate = before === null || before === 0 ? null : n / before;
        return html`<td class="n ${k === f.step || k === f.step + 1 ? 'here' : ''}">
          ${this.count(f, n, k, where)}
          ${k === 0 ? nothing : html`<span class="rate small ${before !== null && before < EARLY ? 'thin' : ''}" title=${before !== null && before < EARLY ? 'too few to judge' : nothing}>${percent(rate)}</span>`}
        </td>`;
      })}
    </tr>`;
  }

  private count(f: Found, n: number, k: number, where: address.Where): TemplateResult | string {
    return this.seesLeads && n > 0
      ? html`<a data-count=${n} href=${address.leads(f.key, f.query, { count: 'leads', at: f.stages[k]!.key, where: [where] })}>${count(n)}</a>`
      : count(n);
  }

  private choose(f: Found, key: string): void {
    this.dispatchEvent(new CustomEvent('way', { bubbles: true, composed: true, detail: { address: address.explore(f.key, f.query, { by: key }) } }));
  }

  static styles = [
    base,
    panels,
    css`
      .head {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        align-items: baseline;
        flex-wrap: wrap;
      }
      select {
        font: 500 14px/20px var(--t-font);
        color: var(--t-ink);
        background: var(--t-canvas);
        border: 1px solid var(--t-line);
        border-radius: 8px;
        padding: 5px 8px;
        max-width: 60vw;
      }
      .scroll {
        margin-top: 8px;
      }
      .value {
        display: inline-flex;
        gap: 10px;
        align-items: baseline;
        color: var(--t-ink);
        min-width: 116px;
        overflow-wrap: anywhere;
      }
      .box {
        flex: none;
        width: 16px;
        height: 16px;
        line-height: 15px;
        font-size: 12px;
        text-align: center;
        border: 1.5px solid var(--t-expired);
        border-radius: 4px;
        box-sizing: border-box;
        align-self: center;
      }
      .on .box {
        background: var(--t-flow);
        border-color: var(--t-flow);
        color: var(--t-on-flow);
      }
      .rate {
        display: inline-block;
        min-width: 44px;
        color: var(--t-quiet);
      }
      td.here .rate {
        color: var(--t-ink);
        font-weight: 600;
      }
      td .thin.thin {
        font-weight: 400;
        color: var(--t-quiet);
        font-style: italic;
      }
      th.here {
        color: var(--t-ink);
      }
      .more {
        margin-top: 12px;
        font: 500 14px/20px var(--t-font);
        color: var(--t-flow);
        background: none;
        border: 0;
        padding: 4px 0;
        cursor: pointer;
      }
      @media (max-width: 640px) {
        tbody th,
        thead th:first-child {
          position: sticky;
          left: -8px;
          background: var(--t-surface);
          max-width: 42vw;
        }
      }
    `,
  ];
}

/** Those without the attribute have no value that could be taken for one. */
function name(row: { value: string | null }): string {
  return row.value ?? '\u0000';
}

customElements.define('tundish-breakdown', TundishBreakdown);
