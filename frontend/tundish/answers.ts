import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Answers, Family, Picture } from './picture';
import { steps, widen, type Wide } from './series';
import { base, swatches } from './styles';
import { DASH, EARLY, count, date, hourMinute, per100 } from './words';

const ENOUGH = 10;
const SHOWN = 5;
const WIDTH = 240;
const HEIGHT = 34;
const REST = '\u0000rest';

interface Row {
  slug: string;
  label: string;
  family: Family;
  leads: number;
  share: number;
}

/** What sales says: how many answered, how many leads were right, and why the others were not, over time. */
export class TundishAnswers extends LitElement {
  static properties = { picture: { attribute: false }, now: { type: Number } };
  declare picture: Picture | null;
  declare now: number;

  constructor() {
    super();
    this.picture = null;
    this.now = 0;
  }

  protected render(): TemplateResult {
    const picture = this.picture;
    if (picture === null) {
      return html``;
    }
    const a = picture.answers;
    const sales = a.handedOver !== null;
    return html`
      <h2>${sales ? 'What sales says' : 'What customers say'}</h2>
      <p class="small quiet">${coverage(a)}</p>
      ${a.judged === 0 && !a.handedOver ? this.nothingYet(sales) : html`${this.bar(a)} ${this.reasons(picture, a)}`}
      ${this.twin(a)}
    `;
  }

  private nothingYet(sales: boolean): TemplateResult {
    return html`<div class="none quiet">
      ${sales
        ? 'Nobody was handed over to sales in this time. Once leads are, this shows how many were right, and why the others were not.'
        : 'No answers in this time yet. They come in as lead.feedback events.'}
    </div>`;
  }

  private bar(a: Answers): TemplateResult {
    const parts: [string, string, number][] = [
      ['good', 'Good', a.good],
      ['bad', 'Not right', a.bad],
    ];
    // Without a hand-over nobody is asked, so that nobody's answer is awaited.
    if (a.handedOver !== null) {
      parts.push(['none', 'No answer yet', Math.max(0, a.handedOver - (a.answered ?? 0))]);
    }
    return html`
      <div class="bar" aria-hidden="true">
        ${parts.map(([cls, , n]) =>
          n === 0 ? nothing : html`<div class=${cls} style=${styleMap({ flexGrow: String(n) })}><span>${count(n)}</span></div>`,
        )}
      </div>
      <div class="key small" aria-hidden="true">
        ${parts.map(([cls, words, n]) => html`<span><i class="sw ${cls}"></i>${words} <b>${count(n)}</b></span>`)}
      </div>
    `;
  }

  private reasons(picture: Picture, a: Answers): TemplateResult {
    if (a.reasons.length === 0) {
      return html`<p class="small quiet gap">No reason against a lead yet.</p>`;
    }
    const shown = a.reasons.slice(0, SHOWN);
    const rest = a.reasons.slice(SHOWN);
    const rows: Row[] = [...shown];
    if (rest.length > 0) {
      const leads = rest.reduce((s, r) => s + r.leads, 0);
      rows.push({ slug: REST, label: `${rest.length} more`, family: 'other', leads, share: leads / a.judged });
    }
    const known = new Set(shown.map((r) => r.slug));
    const cells = a.series.map((c) => ({
      from: c.from,
      judged: c.good + c.bad,
      counts: {
        ...c.reasons,
        [REST]: Object.entries(c.reasons).reduce((s, [k, n]) => (known.has(k) ? s : s + n), 0),
      },
    }));
    const wide = widen(cells, ENOUGH, this.now);
    const top = Math.max(0.05, ...wide.flatMap((w) => rows.map((r) => (w.counts[r.slug] ?? 0) / Math.max(1, w.judged))));
    const early = a.judged < EARLY;
    return html`
      <p class="small quiet gap">
        ${early ? `Too early: ${count(a.judged)} ${a.judged === 1 ? 'answer' : 'answers'}. ` : ''}Why not right, per 100
        answered.${picture.left.length > 0 ? ' “Why leads left”, above, is another count: every lead who is out, answered or not.' : ''}
      </p>
      <div class="rows" aria-hidden="true">
        ${rows.map((r) => this.row(r, wide, top))}
      </div>
      ${wide.length > 1
        ? html`<div class="axis small quiet" aria-hidden="true">
            <span>${this.place(wide[0]!.from, picture.zone)}</span><span>now</span>
          </div>`
        : nothing}
    `;
  }

  private place(ms: number, zone: string): string {
    return this.now - ms < 20 * 3_600_000 ? hourMinute(ms, zone) : date(ms, this.now, zone);
  }

  private row(r: Row, wide: Wide[], top: number): TemplateResult {
    const start = wide[0]?.from ?? 0;
    const all = Math.max(1, this.now - start);
    const x = (ms: number): number => Math.min(WIDTH, Math.max(0, ((ms - start) / all) * WIDTH));
    const y = (w: Wide): number => HEIGHT - 3 - ((w.counts[r.slug] ?? 0) / Math.max(1, w.judged) / top) * (HEIGHT - 8);
    const solid = wide.filter((w) => !w.thin);
    const thin = wide.filter((w) => w.thin);
    return html`<div class="row">
      <div class="name"><bdi title=${r.label}>${r.label}</bdi><span class="quiet small"><b>${per100(r.share)}</b> per 100</span></div>
      <div class="plot">
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" style=${styleMap({ color: `var(--t-${r.family})` })}>
          ${svg`<path class="line" d=${steps(solid.map((w) => ({ x1: x(w.from), x2: x(w.to), y: y(w) })))} />`}
        </svg>
        ${thin.map(
          (w) => html`<i
            class="hollow"
            style=${styleMap({
              left: `${((x(w.from) + x(w.to)) / 2 / WIDTH) * 100}%`,
              top: `${y(w)}px`,
              borderColor: `var(--t-${r.family})`,
            })}
          ></i>`,
        )}
      </div>
    </div>`;
  }

  private twin(a: Answers): TemplateResult {
    return html`<div class="twin"><table>
      <caption>Answers as a table</caption>
      <tr><th scope="row">Good</th><td>${count(a.good)}</td></tr>
      <tr><th scope="row">Not right</th><td>${count(a.bad)}</td></tr>
      <tr>
        <th scope="row">No answer yet</th>
        <td>${a.handedOver === null ? DASH : count(Math.max(0, a.handedOver - (a.answered ?? 0)))}</td>
      </tr>
      ${a.reasons.map(
        (r) => html`<tr><th scope="row">${r.label}</th><td>${count(r.leads)} leads, ${per100(r.share)} per 100 answered</td></tr>`,
      )}
    </table></div>`;
  }

  static styles = [
    base,
    swatches,
    css`
      .bar {
        display: flex;
        gap: 2px;
        height: 28px;
        margin-top: 14px;
        border-radius: 8px;
        overflow: hidden;
      }
      .bar > div {
        flex: 1 1 0;
        min-width: 4px;
        display: grid;
        align-items: center;
        padding: 0 8px;
        box-sizing: border-box;
        font-size: 13px;
        font-weight: 600;
        overflow: hidden;
        transition: flex-grow 400ms ease;
      }
      .bar .good {
        background: var(--t-won);
        color: var(--t-on-won);
      }
      .bar .bad {
        background: repeating-linear-gradient(135deg, var(--t-left) 0 5px, var(--t-left-2) 5px 8px);
        color: var(--t-on-left);
      }
      .bar .bad span {
        background: var(--t-left);
        border-radius: 4px;
        padding: 0 5px;
        justify-self: start;
      }
      .bar .none {
        border: 1.5px dotted var(--t-expired);
        border-radius: 0 8px 8px 0;
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin-top: 8px;
        color: var(--t-quiet);
      }
      .key span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      b {
        color: var(--t-ink);
        font-weight: 600;
      }
      .gap {
        margin-top: 18px;
      }
      .rows {
        margin-top: 4px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(120px, 0.8fr) 1fr;
        gap: 12px;
        align-items: center;
        min-height: 44px;
      }
      .name {
        min-width: 0;
      }
      .name bdi,
      .name > span {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .plot {
        position: relative;
        height: 34px;
        border-bottom: 1px solid var(--t-line);
      }
      svg {
        width: 100%;
        height: 34px;
        display: block;
      }
      .line {
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .hollow {
        position: absolute;
        width: 7px;
        height: 7px;
        margin: -4px 0 0 -4px;
        border: 1.5px solid;
        border-radius: 50%;
        background: var(--t-surface);
        box-sizing: border-box;
      }
      .axis {
        display: flex;
        justify-content: space-between;
        margin: 4px 0 0 calc((100% - 12px) * 0.445 + 12px);
      }
      .none.quiet {
        margin-top: 14px;
      }
    `,
  ];
}

function coverage(a: Answers): string {
  if (a.handedOver === null) {
    return a.judged === 0 ? 'No answers yet' : `${count(a.judged)} ${a.judged === 1 ? 'answer' : 'answers'}`;
  }
  return a.handedOver === 0
    ? 'No lead was handed over in this time'
    : `${count(a.answered ?? 0)} of ${count(a.handedOver)} answered. No answer is not a good answer.`;
}

customElements.define('tundish-answers', TundishAnswers);
