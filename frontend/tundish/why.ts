import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import * as address from './address';
import type { Found, Reason } from './found';
import { panels } from './panels';
import { base } from './styles';
import { count, per100, percent } from './words';

const SHOWN = 7;

/** Why leads left at the step, and what sales says of the same kind of leads: two lists, two counts. */
export class TundishWhy extends LitElement {
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
    const here = f.stages[f.step]!;
    return html`
      <section aria-labelledby="left">
        <h2 id="left">Why they left</h2>
        <p class="small quiet">Every lead who is out at ${here.label}, by the reason given: ${this.link(f, 'out', here.out, here.key)} of the ${count(f.leaks.lost)} lost.</p>
        ${f.left.length === 0 ? html`<p class="none">Nobody left here with a reason yet.</p>` : this.bars(f, f.left, here.out, 'out', here.key)}
        ${f.expired > 0
          ? html`<p class="small gap">
              <i class="dotted" aria-hidden="true"></i> ${this.link(f, 'expired', f.expired, here.key)} more ran out of time: nobody said why.
            </p>`
          : nothing}
      </section>
      <section aria-labelledby="said">
        <h2 id="said">${f.said.sales ? 'What sales says' : 'What customers say'}</h2>
        <p class="small quiet">${this.coverage(f)}</p>
        ${f.said.judged === 0
          ? html`<p class="none">No answer about these leads in this time yet.</p>`
          : html`<p class="small gap">
                <b>${this.link(f, 'good', f.said.good)}</b> good · <b>${this.link(f, 'bad', f.said.bad)}</b> not right, because:
              </p>
              ${f.said.reasons.length === 0
                ? html`<p class="none">No reason against a lead.</p>`
                : this.bars(f, f.said.reasons, f.said.judged, 'bad', undefined)}`}
      </section>
    `;
  }

  private coverage(f: Found): string {
    const s = f.said;
    const asked = s.handedOver === null ? '' : `, ${count(s.answered ?? 0)} of ${count(s.handedOver)} handed over in this time are answered`;
    return `Another count: the ${count(s.judged)} ${s.judged === 1 ? 'answer' : 'answers'} given in this time about leads of this filter, at whatever step they are${asked}.`;
  }

  private bars(f: Found, reasons: Reason[], of: number, name: string, at: string | undefined): TemplateResult {
    const top = Math.max(1, ...reasons.map((r) => r.leads));
    const shown = reasons.slice(0, SHOWN);
    const rest = reasons.slice(SHOWN);
    const n = rest.reduce((sum, r) => sum + r.leads, 0);
    return html`<ul>
      ${shown.map(
        (r) => html`<li>
          <span class="label"><bdi>${r.label}</bdi></span>
          <span class="bar" aria-hidden="true"><i style=${styleMap({ width: `${(r.leads / top) * 100}%`, background: `var(--t-${r.family})` })}></i></span>
          <span class="n">${this.link(f, name, r.leads, at, r.slug)}</span>
          <span class="n quiet small">${name === 'out' ? percent(of === 0 ? null : r.leads / of) : `${per100(r.leads / of)} per 100`}</span>
        </li>`,
      )}
      ${rest.length > 0 ? html`<li><span class="label quiet">${count(rest.length)} other reasons</span><span></span><span class="n">${count(n)}</span><span></span></li>` : nothing}
    </ul>`;
  }

  private link(f: Found, name: string, n: number, at?: string, reason?: string): TemplateResult | string {
    return this.seesLeads && n > 0
      ? html`<a data-count=${n} href=${address.leads(f.key, f.query, { count: name, at, reason })}>${count(n)}</a>`
      : count(n);
  }

  static styles = [
    base,
    panels,
    css`
      :host {
        display: grid;
        gap: 28px;
      }
      ul {
        list-style: none;
        margin: 12px 0 0;
        padding: 0;
        display: grid;
        gap: 8px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1.3fr) minmax(40px, 1fr) 44px 76px;
        gap: 12px;
        align-items: center;
      }
      .label {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .bar {
        height: 14px;
      }
      .bar i {
        display: block;
        height: 100%;
        border-radius: 3px;
        transition: width 400ms;
      }
      .gap {
        margin-top: 12px;
      }
      .dotted {
        display: inline-block;
        width: 11px;
        height: 11px;
        border-radius: 3px;
        border: 1.5px dotted var(--t-expired);
        box-sizing: border-box;
        vertical-align: -1px;
      }
    `,
  ];
}

customElements.define('tundish-why', TundishWhy);
