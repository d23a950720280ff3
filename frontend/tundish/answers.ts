import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { linked } from './funnel-words';
import { behind } from './links';
import { bundled, numbered } from './marks';
import type { Answers, Beside, Family, Picture } from './picture';
import { steps, widen, type Wide } from './series';
import { answersStyles } from './answers-styles';
import { base, swatches } from './styles';
import { DASH, EARLY, count, date, hourMinute, moment, per100 } from './words';

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
  static properties = { picture: { attribute: false }, beside: { attribute: false }, now: { type: Number }, marked: { state: true } };
  declare picture: Picture | null;
  declare beside: Beside | null;
  /** The changes that are pointed at, in words. */
  declare marked: string;
  declare now: number;

  constructor() {
    super();
    this.picture = null;
    this.beside = null;
    this.now = 0;
    this.marked = '';
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
      <p class="small quiet">${coverage(a)} ${origin(a, sales)}</p>
      ${a.judged === 0 && !a.handedOver ? this.nothingYet(sales) : html`${this.bar(picture, a)} ${this.reasons(picture, a)}`}
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

  private bar(p: Picture, a: Answers): TemplateResult {
    const parts: [string, string, number, string | null][] = [
      ['good', 'Good', a.good, behind(p, { count: 'good' })],
      ['bad', 'Not right', a.bad, behind(p, { count: 'bad' })],
    ];
    // Without a hand-over nobody is asked, so that nobody's answer is awaited.
    if (a.handedOver !== null) {
      parts.push(['none', 'No answer yet', Math.max(0, a.handedOver - (a.answered ?? 0)), null]);
    }
    return html`
      <div class="bar" aria-hidden="true">
        ${parts.map(([cls, , n]) =>
          n === 0 ? nothing : html`<div class=${cls} style=${styleMap({ flexGrow: String(n) })}><span>${count(n)}</span></div>`,
        )}
      </div>
      <div class="key small">
        ${parts.map(([cls, words, n, at]) => html`<span><i class="sw ${cls}"></i>${words} <b>${linked(n === 0 ? null : at, count(n))}</b></span>`)}
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
    const cells = (this.beside?.answers ?? []).map((c) => ({
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
      ${this.marks(wide)}
      <div class="rows">
        ${rows.map((r) => this.row(picture, r, wide, top))}
      </div>
      ${wide.length > 1
        ? html`<div class="axis small quiet" aria-hidden="true">
            <span>${this.place(wide[0]!.from, picture.zone)}</span><span>now</span>
          </div>`
        : nothing}
      ${this.marked ? html`<p class="small marked"><bdi>${this.marked}</bdi></p>` : nothing}
    `;
  }

  private bundles(wide: Wide[]): ReturnType<typeof bundled> {
    return wide.length === 0 ? [] : bundled(numbered(this.beside?.changes ?? []), wide[0]!.from, this.now, WIDTH, 18);
  }

  private left(at: number, wide: Wide[]): string {
    return `${((at - wide[0]!.from) / Math.max(1, this.now - wide[0]!.from)) * 100}%`;
  }

  /** The numbers of the changes over the lines that run through all rows. */
  private marks(wide: Wide[]): TemplateResult | typeof nothing {
    const bundles = this.bundles(wide);
    if (bundles.length === 0) {
      return nothing;
    }
    return html`<div class="marks">
      ${bundles.map((b) => {
        const words = b.marks.map((m) => `${m.number}: ${m.what} (${m.by}, ${moment(m.at, this.now, this.picture?.zone)})`).join(' · ');
        const show = (): void => void (this.marked = words);
        const hide = (): void => void (this.marked = '');
        return html`<button
          style=${styleMap({ left: this.left(b.at, wide) })}
          aria-label=${`Change ${words}`}
          @mouseenter=${show}
          @mouseleave=${hide}
          @focus=${show}
          @blur=${hide}
        >
          ${b.label}
        </button>`;
      })}
    </div>`;
  }

  private place(ms: number, zone: string): string {
    return this.now - ms < 20 * 3_600_000 ? hourMinute(ms, zone) : date(ms, this.now, zone);
  }

  private row(p: Picture, r: Row, wide: Wide[], top: number): TemplateResult {
    const start = wide[0]?.from ?? 0;
    const all = Math.max(1, this.now - start);
    const x = (ms: number): number => Math.min(WIDTH, Math.max(0, ((ms - start) / all) * WIDTH));
    const y = (w: Wide): number => HEIGHT - 3 - ((w.counts[r.slug] ?? 0) / Math.max(1, w.judged) / top) * (HEIGHT - 8);
    const solid = wide.filter((w) => !w.thin);
    const thin = wide.filter((w) => w.thin);
    return html`<div class="row">
      <div class="name"><bdi title=${r.label}>${r.label}</bdi><span class="quiet small"><b>${linked(r.slug === REST ? null : behind(p, { count: 'bad', reason: r.slug }), per100(r.share))}</b> per 100</span></div>
      <div class="plot" aria-hidden="true">
        ${this.bundles(wide).map((b) => html`<i class="hair" style=${styleMap({ left: this.left(b.at, wide) })}></i>`)}
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
    answersStyles,
  ];
}

function coverage(a: Answers): string {
  if (a.handedOver === null) {
    return a.judged === 0 ? 'No answers yet.' : `${count(a.judged)} ${a.judged === 1 ? 'answer' : 'answers'}.`;
  }
  return a.handedOver === 0
    ? 'No lead was handed over in this time.'
    : `${count(a.answered ?? 0)} of ${count(a.handedOver)} answered. No answer is not a good answer.`;
}

/** How the answers came about. */
function origin(a: Answers, sales: boolean): string {
  if (a.implied === 0) {
    return '';
  }
  if (a.stated === 0) {
    return `All of them follow from why ${sales ? 'sales' : 'we'} let the lead go.`;
  }
  return `${count(a.stated)} said so in an answer, ${count(a.implied)} ${a.implied === 1 ? 'follows' : 'follow'} from why ${sales ? 'sales' : 'we'} let the lead go.`;
}

customElements.define('tundish-answers', TundishAnswers);
