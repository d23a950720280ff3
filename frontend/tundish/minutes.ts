import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import type { Picture } from './picture';
import { grouped, steps } from './series';
import { base } from './styles';
import { count } from './words';

const GROUP = 2;
const MINUTES = 60;
const WIDTH = 240;
const HEIGHT = 30;

/** The last hour, a row per stage, each with its own scale: the shape counts, the figure says how many. */
export class TundishMinutes extends LitElement {
  static properties = { picture: { attribute: false } };
  declare picture: Picture | null;

  constructor() {
    super();
    this.picture = null;
  }

  protected render(): TemplateResult {
    const picture = this.picture;
    if (picture === null) {
      return html``;
    }
    const rows = picture.stages.map((s, k) => {
      const values = picture.perMinute.map((m) => m[k] ?? 0);
      return { stage: s, values, sum: values.reduce((a, b) => a + b, 0), last: values.slice(-5).reduce((a, b) => a + b, 0) / 5 };
    });
    return html`
      <h2>The last hour</h2>
      <p class="small quiet">What happened, in steps of two minutes, each row with its own height; beside it how many a minute, over the last five.</p>
      <div class="rows" aria-hidden="true">
        ${rows.map((r, k) => this.row(r.stage.label, r.values, r.sum, r.last, k === rows.length - 1))}
      </div>
      <div class="axis small quiet" aria-hidden="true"><span>60 min ago</span><span>now</span></div>
      <div class="twin"><table>
        <caption>The last hour as a table</caption>
        <tr><th scope="col">Stage</th><th scope="col">Leads in the last hour</th><th scope="col">A minute, over the last five</th></tr>
        ${rows.map((r) => html`<tr><th scope="row">${r.stage.label}</th><td>${count(r.sum)}</td><td>${rate(r.last)}</td></tr>`)}
      </table></div>
    `;
  }

  private row(label: string, values: number[], sum: number, last: number, won: boolean): TemplateResult {
    const sums = grouped(values.slice(-MINUTES), GROUP);
    const top = Math.max(1, ...sums);
    const step = WIDTH / sums.length;
    const places = sums.map((v, i) => ({ x1: i * step, x2: (i + 1) * step, y: HEIGHT - 2 - (v / top) * (HEIGHT - 5) }));
    const line = steps(places);
    return html`<div class="row">
      <div class="name"><bdi title=${label}>${label}</bdi><span class="quiet small">${rate(last)} a minute</span></div>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" class=${won ? 'won' : ''}>
        ${svg`<path class="area" d="${line} L${WIDTH},${HEIGHT} L0,${HEIGHT} Z" /><path class="line" d=${line} />`}
      </svg>
      <b>${count(sum)}</b>
    </div>`;
  }

  static styles = [
    base,
    css`
      .rows {
        margin-top: 14px;
        display: grid;
        gap: 4px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(96px, 0.8fr) 1fr minmax(40px, auto);
        gap: 12px;
        align-items: center;
        min-height: 48px;
      }
      .name {
        min-width: 0;
      }
      .name bdi,
      .name span {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      svg {
        width: 100%;
        height: 30px;
        display: block;
        border-bottom: 1px solid var(--t-line);
      }
      .line {
        fill: none;
        stroke: var(--t-flow);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      .area {
        fill: var(--t-flow);
        opacity: 0.14;
      }
      .won .line {
        stroke: var(--t-won);
      }
      .won .area {
        fill: var(--t-won);
      }
      b {
        text-align: right;
        font-weight: 600;
      }
      .axis {
        display: flex;
        justify-content: space-between;
        margin: 4px 0 0 calc((100% - 64px) * 0.44);
        padding-right: 52px;
      }
    `,
  ];
}

function rate(n: number): string {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n);
}

customElements.define('tundish-minutes', TundishMinutes);
