import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Vessel } from './geometry';
import { behind, explore } from './links';
import type { Against, Beside, Picture, StageRow } from './picture';
import { difference, uncertainty } from './sentences';
import { EARLY, count, leads, percent, shortCount, span } from './words';

/** What stands around the vessels in words: labels, counts, rates and facts; each number leads to its leads. */

/** Words that lead somewhere, for those who may go there. */
export function linked(href: string | null, words: unknown, title = ''): TemplateResult {
  return href === null ? html`<span title=${title || nothing}>${words}</span>` : html`<a href=${href} title=${title || nothing}>${words}</a>`;
}

export function label(r: StageRow, k: number, many: boolean): TemplateResult {
  const share = k === 0 || many || r.ofFirst === null ? '' : percent(r.ofFirst);
  return html`<div class="label ${many ? 'tight' : ''}">
    <bdi title=${r.label}>${r.label}</bdi>
    ${share === '' ? nothing : html`<span class="share" title="of those in the first stage">${share} of all</span>`}
  </div>`;
}

export function number(p: Picture, r: StageRow, plus: number, room: number, size: number): TemplateResult {
  const full = count(r.leads);
  const fits = Math.min(size, Math.floor(room / (full.length * 0.58)));
  const text = fits < 18 ? shortCount(r.leads) : full;
  const words = html`<span class="count" id=${`stage-count-${r.key}`} data-count=${r.leads}>${text}</span>`;
  return html`<div class="number" style=${styleMap({ fontSize: `${Math.max(18, fits)}px` })}>
    ${linked(behind(p, { count: 'leads', at: r.key }), words, `${r.label}: ${leads(r.leads)}`)}${plus === 0
      ? nothing
      : html`<span class="plus" aria-hidden="true">${plus > 0 ? '+' : '−'}${count(Math.abs(plus))}</span>`}
  </div>`;
}

/** The rate of a step, what that is of, and how it stands against the yardstick. */
export function rate(p: Picture, k: number, many: boolean): TemplateResult {
  const r = p.stages[k]!;
  const before = p.stages[k - 1]!;
  const cohort = p.mode === 'cohort';
  const early = before.leads < EARLY && before.leads > 0;
  const title = `${r.label}: ${percent(r.ofPrevious)} of ${before.label}`;
  return html`<b>${linked(cohort ? explore(p, before.key) : null, percent(r.ofPrevious), title)}</b>
    ${r.ofPrevious === null
      ? nothing
      : early && cohort
        ? html`<span>too early:${many ? nothing : ' '}<br />${leads(before.leads)}</span>`
        : many
          ? nothing
          : html`<span>${cohort ? 'moved on' : html`of the one<br />before`}</span>`}
    ${early || !cohort ? nothing : against(p.against, k, many)}`;
}

function against(a: Against | null, k: number, many: boolean): TemplateResult | typeof nothing {
  const d = a?.stages[k]?.difference;
  if (!a || !d) {
    return nothing;
  }
  const said = many ? difference(d).split(',')[0]!.replace(' points', '').replace('too early to compare', '') : difference(d);
  return html`<span class="difference ${d.word}" title=${uncertainty(d, a)}>${glyph(d.word)}${said}</span>`;
}

/** Colour never stands alone. */
function glyph(word: string): string {
  return word === 'below' ? '▼ ' : word === 'above' ? '▲ ' : '';
}

/** What is left to say of a stage: who waits, who left and why, how long it took, how many the other one had. */
export function facts(p: Picture, beside: Beside | null, v: Vessel, k: number, many = false): TemplateResult[] {
  const r = p.stages[k]!;
  const said: TemplateResult[] = [];
  if (many && k > 0 && r.ofFirst !== null) {
    said.push(html`<div class="quiet">${percent(r.ofFirst)} of all</div>`);
  }
  if (v.magnified > 1.05) {
    const by = v.magnified < 10 ? Math.round(v.magnified * 10) / 10 : Math.round(v.magnified);
    said.push(html`<div class="drawn quiet">drawn ×${count(by)}</div>`);
  }
  if (r.open) {
    said.push(html`<div><i class="sw open"></i>${linked(behind(p, { count: 'open', at: r.key }), `${count(r.open)} open`)}</div>`);
  }
  if (r.out) {
    said.push(html`<div><i class="sw left"></i>${linked(behind(p, { count: 'out', at: r.key }), `${count(r.out)} left`)}</div>`);
    const top = beside?.left[k]?.[0];
    if (top && !many) {
      const at = behind(p, { count: 'out', at: r.key, reason: top.slug });
      said.push(html`<div class="why">${linked(at, html`<bdi>${top.label}</bdi> ${count(top.leads)}`, 'the reason that was given most')}</div>`);
    }
  }
  if (r.expired) {
    said.push(
      html`<div><i class="sw expired"></i>${linked(behind(p, { count: 'expired', at: r.key }), many ? `${count(r.expired)} out of time` : `${count(r.expired)} ran out of time`)}</div>`,
    );
  }
  if (k > 0 && r.median !== null) {
    said.push(html`<div class="quiet">half within ${linked(behind(p, { count: 'took', at: r.key }), span(r.median))}</div>`);
  }
  const other = p.against?.stages[k];
  if (other && other.leads !== null && p.against !== null) {
    const words = html`<bdi>${many ? '' : `${p.against.name}: `}</bdi>${count(other.leads)}`;
    said.push(html`<div class="other"><i class="sw dashed"></i>${linked(p.links ? other.leadsAt : null, words, 'as many as it had at the same age')}</div>`);
  }
  return said;
}
