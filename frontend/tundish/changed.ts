import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as address from './address';
import type { Change, Found, Part, Period } from './found';
import { changed, exactPoints, period } from './leak-words';
import { panels } from './panels';
import { base } from './styles';
import { count, day, hourMinute, percent, span } from './words';

/** What changed from one period to the next, split exactly: other leads, or like leads faring otherwise. */
export class TundishChanged extends LitElement {
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
    const c = f.change;
    return html`
      <h2>What changed</h2>
      ${c === null
        ? html`<p class="none">There is nothing to tell leads apart by: they carry no attribute, or one of too many values.</p>`
        : html`
            <p class="small quiet">
              Leads who came in from ${this.when(c.after, c, f.zone)} against those from ${this.when(c.before, c, f.zone)}, who were given no more time than these have had:
              told as it stood ${span(c.back)} ago.
            </p>
            ${this.marks(f)}
            <p class="sentence">${changed(c, from, to, f.by ?? '')}</p>
            ${c.parts.length === 0 || c.change === null ? nothing : this.table(f, c)}
          `}
    `;
  }

  /** Days, or times of day where the periods are that short. */
  private when(p: Period, c: Change, zone: string): string {
    const place = (ms: number): string => `${day(ms, zone)}, ${hourMinute(ms, zone)}`;
    return c.back < 172_800 ? `${place(p.from)} to ${p.to === null ? 'now' : place(p.to)}` : period(p, zone);
  }

  private marks(f: Found): TemplateResult | typeof nothing {
    if (f.marks.length === 0) {
      return nothing;
    }
    const since = new URLSearchParams(f.query).get('until');
    return html`<p class="marks small">
      Before and after:
      ${f.marks.map(
        (m) => html`<a class="chip" aria-current=${since === m.address ? 'true' : 'false'} href=${address.explore(f.key, f.query, { until: m.address })} title=${`${m.by}, ${day(m.at, f.zone)} ${hourMinute(m.at, f.zone)}`}
          ><span class="key">${day(m.at, f.zone)}</span><bdi>${m.what}</bdi></a
        >`,
      )}
      ${since === null ? nothing : html`<a href=${address.explore(f.key, f.query, { until: null })}>as usual</a>`}
    </p>`;
  }

  private table(f: Found, c: Change): TemplateResult {
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${f.by}</th>
            <th scope="col" class="n">Before</th>
            <th scope="col" class="n">After</th>
            <th scope="col" class="n">Other leads</th>
            <th scope="col" class="n">Faring otherwise</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            c.parts,
            (p) => p.value ?? '\u0000',
            (p) => html`<tr>
              <th scope="row"><bdi>${p.value ?? 'not said'}</bdi></th>
              <td class="n">${this.side(f, p, c, true)}</td>
              <td class="n">${this.side(f, p, c, false)}</td>
              <td class="n">${exactPoints(p.mix)}</td>
              <td class="n">${exactPoints(p.rate)}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td class="n">${percent(c.rateBefore)} <span class="quiet small">of ${count(c.leadsBefore)}</span></td>
            <td class="n">${percent(c.rateAfter)} <span class="quiet small">of ${count(c.leadsAfter)}</span></td>
            <td class="n">${exactPoints(c.mix ?? 0)}</td>
            <td class="n">${exactPoints(c.rate ?? 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private side(f: Found, p: Part, c: Change, before: boolean): TemplateResult {
    const n = before ? p.leadsBefore : p.leadsAfter;
    const moved = before ? p.movedBefore : p.movedAfter;
    const time = before ? c.before : c.after;
    const shown = count(n);
    return html`${percent(n === 0 ? null : moved / n)}
      <span class="quiet small"
        >of
        ${this.seesLeads && n > 0
          ? html`<a
              data-count=${n}
              href=${address.leads(f.key, f.query, {
                count: 'leads',
                at: f.stages[f.step]!.key,
                where: [[f.by!, p.value]],
                from: time.addressFrom,
                to: time.addressTo,
                until: before ? c.until : undefined,
              })}
              >${shown}</a
            >`
          : shown}</span
      >`;
  }

  static styles = [
    base,
    panels,
    css`
      .sentence {
        font-size: 16px;
        line-height: 24px;
        margin: 12px 0;
        max-width: 80ch;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: baseline;
        margin-top: 10px;
      }
      .chip[aria-current='true'] {
        border-color: var(--t-flow);
        border-width: 2px;
      }
      .chip bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-width: 32ch;
      }
      tfoot th,
      tfoot td {
        border-top: 1px solid var(--t-quiet);
        border-bottom: 0;
        color: var(--t-ink);
        font-weight: 600;
      }
    `,
  ];
}

customElements.define('tundish-changed', TundishChanged);
