import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Ground } from './dots';
import { facts, label, number, rate } from './funnel-words';
import { funnel, gapShare, outlines, rim, type Funnel, type Outline } from './geometry';
import type { Beside, Picture } from './picture';
import { bar, fall, patterns, streams, vessel } from './vessels';
import { EARLY } from './words';

/** The two ways to lay the funnel out: across the page, and down a narrow one. */

export const HEIGHT = 260;
const BAR = 32;
const STREAM = 44;
const TOP = 82;
/** How far another campaign's vessel may reach below ours. */
const BEYOND = 1.22;

export interface Shown {
  picture: Picture;
  beside: Beside | null;
  width: number;
  /** What has just been added at each stage. */
  plus: number[];
  focused: number;
  /** Something points at a stage (-1: no longer). */
  point(k: number): void;
}

export interface Layout {
  page: TemplateResult;
  ground: Ground;
}

export function across(s: Shown, waiting: boolean): Layout {
  const { picture } = s;
  const rows = picture.stages;
  const many = rows.length > 5;
  const top = many ? 68 : TOP;
  const f = funnel(rows, s.width, HEIGHT, picture.mode);
  const other = compared(picture, f, HEIGHT, HEIGHT * BEYOND);
  const column = f.vessels[0]!.width * (1 + gapShare(rows.length)) - 16;
  const below = many ? 30 : 10;
  const deep = f.vessels.map((v, k) => Math.max(v.height, other[k]?.height ?? 0));
  const said = rows.map((_, k) => facts(picture, s.beside, f.vessels[k]!, k, many));
  const height = Math.max(420, ...said.map((lines, k) => top + deep[k]! + below + lines.length * 20 + 8));
  const page = html`
    <div class="plane" style=${styleMap({ height: `${height}px` })}>
      <svg width=${s.width} height=${height} aria-hidden="true">
        ${patterns()} ${streams(f.streams, top)}
        ${f.vessels.map((v, k) => svg`<g class=${s.focused === k ? 'on' : ''}>${vessel(v, top)}</g>`)}
        ${other.map((o, k) => (o ? svg`<path class="outline" d=${rim(f.vessels[k]!.x, top, f.vessels[k]!.width, o.height, o.cut)} />` : nothing))}
      </svg>
      <canvas aria-hidden="true"></canvas>
      ${rows.map((r, k) => {
        const v = f.vessels[k]!;
        const wide = k === rows.length - 1 ? v.width : column;
        return html`
          ${k === 0 || waiting ? nothing : step(s, f, k, top, many)}
          <div class="stage" @mouseenter=${() => s.point(k)} @mouseleave=${() => s.point(-1)} @focusin=${() => s.point(k)} @focusout=${() => s.point(-1)}>
            <div class="head ${s.focused === k ? 'on' : ''}" style=${styleMap({ left: `${v.x}px`, width: `${wide}px` })}>
              ${label(r, k, many)}${number(picture, r, s.plus[k] ?? 0, wide, many ? 28 : 40)}
            </div>
            <div class="facts small" style=${styleMap({ left: `${v.x}px`, width: `${many ? wide : v.width}px`, top: `${top + deep[k]! + below}px` })}>${said[k]}</div>
          </div>
        `;
      })}
    </div>
  `;
  const ground: Ground = {
    vessels: f.vessels.map((v) => ({ x: v.x, width: v.width, top, bottom: top + v.height })),
    streams: f.streams,
    top,
    stacked: false,
  };
  return { page, ground };
}

function step(s: Shown, f: Funnel, k: number, top: number, many: boolean): TemplateResult {
  const a = f.vessels[k - 1]!;
  const b = f.vessels[k]!;
  const stream = f.streams[k - 1];
  const under = stream ? Math.max(stream.from, stream.to) : 0;
  const before = s.picture.stages[k - 1]!.leads;
  const early = s.picture.mode === 'cohort' && before > 0 && before < EARLY;
  const place = { left: `${(a.x + a.width + b.x) / 2}px`, top: `${top + under + 10}px`, maxWidth: `${b.x - a.x - a.width - 4}px` };
  return html`<div class="rate ${many ? 'tight' : ''} ${early || s.picture.stages[k]!.ofPrevious === null ? 'early' : ''}" style=${styleMap(place)}>
    ${rate(s.picture, k, many)}
  </div>`;
}

export function down(s: Shown): Layout {
  const { picture } = s;
  const rows = picture.stages;
  const f = funnel(rows, rows.length, s.width, picture.mode);
  const other = compared(picture, f, s.width, s.width);
  const lay = rows.map((r, k) => ({ row: r, v: f.vessels[k]!, facts: facts(picture, s.beside, f.vessels[k]!, k) }));
  let y = 0;
  const places = lay.map((p) => {
    const head = y;
    const at = y + 30;
    const below = at + BAR + 6;
    const end = below + lines(p.facts.length, s.width) * 20;
    y = end + STREAM - 10;
    return { head, bar: at, facts: below, end };
  });
  const height = places[places.length - 1]!.end + 8;
  const page = html`
    <div class="plane" style=${styleMap({ height: `${height}px` })}>
      <svg class="lying-water" width=${s.width} height=${height} aria-hidden="true">
        ${patterns()}
        ${f.streams.map((w, k) => (w.from > 0 ? fall(w.from, w.to, places[k]!.bar + BAR, places[k + 1]!.bar) : nothing))}
        ${lay.map((p, k) => bar(p.v, places[k]!.bar, BAR))}
        ${other.map((o, k) => (o ? svg`<path class="outline" d=${rim(0, places[k]!.bar, BAR, o.height, o.cut, true)} />` : nothing))}
      </svg>
      <canvas aria-hidden="true"></canvas>
      ${lay.map(
        (p, k) => html`
          ${k > 0 ? html`<div class="rate side small" style=${styleMap({ top: `${places[k]!.head - 22}px` })}>${rate(picture, k, false)}</div>` : nothing}
          <div class="head row" style=${styleMap({ top: `${places[k]!.head}px`, width: '100%' })}>
            ${label(p.row, k, false)} ${number(picture, p.row, s.plus[k] ?? 0, 150, 22)}
          </div>
          <div class="facts lying small" style=${styleMap({ top: `${places[k]!.facts}px` })}>${p.facts}</div>
        `,
      )}
    </div>
  `;
  const ground: Ground = {
    vessels: lay.map((p, k) => ({ x: 0, width: p.v.height, top: places[k]!.bar, bottom: places[k]!.bar + BAR })),
    streams: f.streams.map((w, k) => ({ ...w, x1: places[k]!.bar + BAR, x2: places[k + 1]!.bar })),
    top: 0,
    stacked: true,
  };
  return { page, ground };
}

/** So many facts stand side by side on a phone. */
function lines(n: number, width: number): number {
  return Math.ceil(n / Math.max(1, Math.floor(width / 150)));
}

function compared(p: Picture, f: Funnel, height: number, limit: number): (Outline | null)[] {
  return outlines(
    f,
    p.stages,
    p.stages.map((_, k) => p.against?.stages[k]?.leads ?? null),
    height,
    limit,
  );
}
