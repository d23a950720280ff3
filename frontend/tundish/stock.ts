import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { linked } from './funnel-words';
import { behind } from './links';
import type { Picture, StageRow } from './picture';
import { base, swatches } from './styles';
import { DASH, count, percent } from './words';

const KINDS: ['open' | 'out' | 'expired', string, string][] = [
  ['open', 'open', 'Open'],
  ['out', 'left', 'Left'],
  ['expired', 'expired', 'Out of time'],
];

/** Where the leads are who did not move on: still open, gone, or out of time. */
export class TundishStock extends LitElement {
  static properties = { picture: { attribute: false } };
  declare picture: Picture | null;

  constructor() {
    super();
    this.picture = null;
  }

  protected render(): TemplateResult | typeof nothing {
    const p = this.picture;
    if (p === null) {
      return nothing;
    }
    const rows = p.stages.slice(0, -1);
    const most = Math.max(1, ...rows.map(held));
    return html`
      <h2>Where they are</h2>
      ${p.mode === 'activity'
        ? html`<p class="small quiet">Who waits and who left is counted for the leads who came in. Switch to “Leads who came in” to see it.</p>`
        : html`
            <p class="small quiet">Of the leads counted at a stage, those who did not move on; each bar to one scale.</p>
            <table>
              <thead>
                <tr>
                  <th scope="col"><span class="twin">Stage</span></th>
                  ${KINDS.map(([, sw, words]) => html`<th scope="col"><i class="sw ${sw}"></i>${words}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map((r) => this.row(p, r, most))}
              </tbody>
            </table>
          `}
    `;
  }

  private row(p: Picture, r: StageRow, most: number): TemplateResult {
    const sum = held(r);
    return html`<tr>
        <th scope="row"><bdi title=${r.label}>${r.label}</bdi></th>
        ${KINDS.map(([kind]) => {
          const n = r[kind];
          const words = n === null || r.leads === 0 ? DASH : count(n);
          return html`<td title=${n === null || r.leads === 0 ? nothing : `${percent(n / r.leads)} of ${count(r.leads)}`}>
            ${n ? linked(behind(p, { count: kind, at: r.key }), words) : html`<span class="quiet">${words}</span>`}
          </td>`;
        })}
      </tr>
      <tr class="drawn" aria-hidden="true">
        <td colspan="4">
          <div class="bar" style=${styleMap({ width: `${(sum / most) * 100}%` })}>
            ${KINDS.map(([kind, sw]) => (r[kind] ? html`<i class=${sw} style=${styleMap({ flexGrow: String(r[kind]) })}></i>` : nothing))}
          </div>
        </td>
      </tr>`;
  }

  static styles = [
    base,
    swatches,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        margin-top: 12px;
      }
      th,
      td {
        font-weight: 400;
        text-align: end;
        padding: 6px 0 2px 8px;
        white-space: nowrap;
      }
      thead th {
        font-size: 13px;
        color: var(--t-quiet);
      }
      thead .sw {
        margin-right: 5px;
        vertical-align: -1px;
      }
      th:first-child {
        text-align: start;
        padding-left: 0;
        max-width: 150px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      tbody td:not(:first-child) {
        font-weight: 600;
      }
      a {
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .drawn td {
        padding: 0 0 8px;
      }
      .bar {
        display: flex;
        gap: 2px;
        height: 10px;
        min-width: 2px;
        transition: width 400ms ease;
      }
      .bar i {
        flex: 1 1 0;
        min-width: 3px;
        border-radius: 3px;
        box-sizing: border-box;
        transition: flex-grow 400ms ease;
      }
      .bar .open {
        background: var(--t-open);
        border: 1.5px solid var(--t-flow);
      }
      .bar .left {
        background: repeating-linear-gradient(135deg, var(--t-left) 0 4px, var(--t-left-2) 4px 6px);
      }
      .bar .expired {
        border: 1.5px dotted var(--t-expired);
      }
    `,
  ];
}

/** All who are at the stage and went no further. */
function held(r: StageRow): number {
  return (r.open ?? 0) + (r.out ?? 0) + (r.expired ?? 0);
}

customElements.define('tundish-stock', TundishStock);
