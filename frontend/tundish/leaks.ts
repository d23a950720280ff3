import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import * as address from './address';
import type { Found, Leak } from './found';
import { Held } from './held';
import { WORDS, costShort, elsewhere, loss, segment, verdict, word } from './leak-words';
import { panels } from './panels';
import { base } from './styles';
import { EARLY, count, leads, percent } from './words';

const SHOWN = 6;

/** Which kinds of leads a step loses more often than all others, the costliest first. */
export class TundishLeaks extends LitElement {
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
    const from = f.stages[f.step]?.label ?? '';
    const to = f.stages[f.step + 1]?.label ?? '';
    const list = this.held.arrange(f.leaks.list, (l) => segment(l.where), `${f.query}#${f.step}`);
    const shown = this.all ? list : list.slice(0, SHOWN);
    const ends = list.filter((l) => !l.early).flatMap((l) => [l.low, l.high, l.excess]);
    const scale = { min: Math.min(0, ...ends), max: Math.max(1, ...ends) };
    return html`
      <h2>Who is lost there</h2>
      <p class="small quiet">
        Of the ${leads(f.leaks.leads)} at ${from}: ${this.link(f, 'moved', f.leaks.moved)} moved on to ${to}, ${this.link(f, 'lost', f.leaks.lost)} are lost,
        ${this.link(f, 'undecided', f.leaks.undecided)} are still in time and count on neither side.
        ${f.leaks.looked > 0 ? `${count(f.leaks.looked)} kinds of leads were looked at; “real” allows for so many chances to be misled.` : nothing}
      </p>
      ${list.length === 0 ? this.nobody(f) : this.table(f, shown, scale, from)}
      ${list.length > SHOWN
        ? html`<button class="more" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>
            ${this.all ? 'Show the costliest only' : `Show ${count(list.length - SHOWN)} more kinds of leads`}
          </button>`
        : nothing}
    `;
  }

  private nobody(f: Found): TemplateResult {
    const why =
      f.leaks.leads === 0
        ? 'Nobody has come to this step in this view yet.'
        : Object.keys(f.attributes).length === 0
          ? 'These leads carry no attributes, so that nothing tells them apart. Send attributes such as source and segment with lead.captured.'
          : `All of them are alike, or fewer than ${EARLY} are decided: there is nothing to compare yet.`;
    return html`<p class="none">${why}</p>`;
  }

  private table(f: Found, shown: Leak[], scale: { min: number; max: number }, from: string): TemplateResult {
    return html`<div class="scroll" @pointerenter=${this.held.hear} @pointerleave=${this.held.hear} @focusin=${this.held.hear} @focusout=${this.held.hear}>
      <table>
        <thead>
          <tr>
            <th scope="col">Kind of lead</th>
            <th scope="col" class="bars">Lost more than elsewhere</th>
            <th scope="col" class="n">Loses</th>
            <th scope="col" class="n">Others lose</th>
            <th scope="col">Is it real?</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            (l) => segment(l.where),
            (l) => this.row(f, l, scale, from),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private row(f: Found, l: Leak, scale: { min: number; max: number }, from: string): TemplateResult {
    const where = l.where.map((w): address.Where => [w.key, w.value]);
    const w = word(l);
    const name = segment(l.where);
    return html`<tr class=${w}>
      <th scope="row">
        <a class="kind" href=${address.explore(f.key, f.query, { step: f.stages[f.step]?.key ?? null }, where)} title=${`Look only at ${name}`}>
          ${l.where.map(
            (part, i) => html`<span class="part"
              >${i > 0 ? html`<span class="times">×</span>` : nothing}<span class="chip"
                ><span class="key">${part.key}</span><bdi>${part.value ?? 'not said'}</bdi></span
              ></span
            >`,
          )}
        </a>
        <span class="small quiet"
          >${leads(l.leads)} at ${from} · ${this.link(f, 'lost', l.lost, where)} lost${l.undecided > 0 ? html` · ${this.link(f, 'undecided', l.undecided, where)} in time` : nothing}</span
        >
      </th>
      <td class="bars">
        ${l.early ? nothing : this.bar(l, scale)}
        <span class="small">${costShort(l)}</span>
      </td>
      <td class="n"><b>${percent(loss(l.moved, l.lost))}</b></td>
      <td class="n quiet">${percent(elsewhere(f.leaks, l))}</td>
      <td class="word"><span class="glyph" aria-hidden="true">${WORDS[w][0]}</span> ${verdict(l)}</td>
    </tr>`;
  }

  /** The cost as a bar, and between which numbers it lies as a line. */
  private bar(l: Leak, { min, max }: { min: number; max: number }): TemplateResult {
    const x = (v: number): number => ((v - min) / (max - min)) * 100;
    const from = Math.min(x(0), x(l.excess));
    return html`<span class="bar" aria-hidden="true">
      <i class="fill" style=${styleMap({ left: `${from}%`, width: `${Math.abs(x(l.excess) - x(0))}%` })}></i>
      <i class="zero" style=${styleMap({ left: `${x(0)}%` })}></i>
      <i class="range" style=${styleMap({ left: `${x(l.low)}%`, width: `${x(l.high) - x(l.low)}%` })}></i>
    </span>`;
  }

  private link(f: Found, name: 'moved' | 'lost' | 'undecided', n: number, where: address.Where[] = []): TemplateResult | string {
    return this.seesLeads && n > 0
      ? html`<a data-count=${n} href=${address.leads(f.key, f.query, { count: name, at: f.stages[f.step]!.key, where })}>${count(n)}</a>`
      : count(n);
  }

  static styles = [
    base,
    panels,
    css`
      .scroll {
        margin-top: 12px;
      }
      .kind {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 6px;
        margin-bottom: 4px;
        width: fit-content;
      }
      .kind:hover .chip {
        border-color: var(--t-flow);
      }
      .part {
        display: inline-flex;
        align-items: baseline;
        gap: 6px;
        max-width: 100%;
      }
      .chip bdi {
        overflow-wrap: anywhere;
      }
      .times {
        color: var(--t-quiet);
      }
      td.bars {
        min-width: 200px;
        width: 32%;
      }
      .bar {
        display: block;
        position: relative;
        height: 18px;
        margin: 3px 0 4px;
      }
      .bar i {
        position: absolute;
        display: block;
        transition: 400ms;
      }
      .fill {
        top: 2px;
        height: 14px;
        border-radius: 3px;
        background: var(--t-open);
        border: 1.5px solid var(--t-flow);
        box-sizing: border-box;
      }
      .real .fill {
        border: 0;
        background: repeating-linear-gradient(135deg, var(--t-left) 0 4px, var(--t-hatch) 4px 6px);
        background-color: var(--t-left);
      }
      .zero {
        top: 0;
        bottom: 0;
        border-left: 1px solid var(--t-quiet);
      }
      .range {
        top: 8.25px;
        height: 0;
        border-top: 1.5px solid var(--t-ink);
      }
      .range::before,
      .range::after {
        content: '';
        position: absolute;
        top: -5px;
        height: 9px;
        border-left: 1.5px solid var(--t-ink);
      }
      .range::before {
        left: 0;
      }
      .range::after {
        right: 0;
      }
      .word {
        white-space: nowrap;
      }
      .real .word {
        font-weight: 600;
      }
      .glyph {
        color: var(--t-early);
        font-size: 12px;
      }
      .real .glyph {
        color: var(--t-left);
      }
      .better .glyph {
        color: var(--t-flow);
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
        thead {
          position: absolute;
          clip-path: inset(50%);
          width: 1px;
          height: 1px;
          overflow: hidden;
        }
        tr {
          display: grid;
          grid-template-columns: 1fr auto auto;
          gap: 4px 12px;
          padding: 10px 0;
          border-bottom: 1px solid var(--t-line);
        }
        tbody th,
        td.bars {
          grid-column: 1 / -1;
          width: auto;
        }
        tbody th,
        td {
          border: 0;
          padding: 0;
        }
        .word {
          grid-column: 1;
          grid-row: 3;
        }
        td.n::before {
          content: 'loses ';
          color: var(--t-quiet);
        }
        td.n.quiet::before {
          content: 'others ';
        }
      }
    `,
  ];
}

customElements.define('tundish-leaks', TundishLeaks);
