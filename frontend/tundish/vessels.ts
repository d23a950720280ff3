import { css, nothing, svg, type TemplateResult } from 'lit';
import { SEAM, block, funnel, water, type Counts, type Part, type Stream, type Vessel } from './geometry';

const RADIUS = 10;

/** Vessels and water as shapes: the same wherever a funnel is drawn, large or small. */

/** A vessel that stands, split from its top. */
export function vessel(v: Vessel, top: number, radius = RADIUS): TemplateResult {
  if (v.empty) {
    return svg`<path class="empty" d=${block(v.x + 1, top + 1, v.width - 2, v.height - 2, radius, radius)} />`;
  }
  return svg`${v.parts.map((p, i) => {
    const first = i === 0;
    const last = i === v.parts.length - 1;
    const y = top + p.top + (first ? 0 : SEAM / 2);
    const h = Math.max(1, p.height - (first ? 0 : SEAM / 2) - (last ? 0 : SEAM / 2));
    return piece(p, v.x, y, v.width, h, first ? radius : 0, last ? radius : 0);
  })}`;
}

/** A vessel that lies: its height is its length. */
export function bar(v: Vessel, top: number, thick: number): TemplateResult {
  if (v.empty) {
    return svg`<path class="empty" d=${block(1, top + 1, v.height - 2, thick - 2, 8, 8)} />`;
  }
  return svg`${v.parts.map((p, i) => {
    const x = p.top + (i === 0 ? 0 : SEAM / 2);
    const w = Math.max(1, p.height - (i === 0 ? 0 : SEAM / 2) - (i === v.parts.length - 1 ? 0 : SEAM / 2));
    return piece(p, x, top, w, thick, 4, 4);
  })}`;
}

function piece(p: Part, x: number, y: number, w: number, h: number, rt: number, rb: number): TemplateResult {
  const line = p.name === 'open' || p.name === 'expired' ? Math.min(1.5, h / 3, w / 3) : 0;
  const d = block(x + line / 2, y + line / 2, w - line, h - line, rt, rb);
  return p.name === 'left'
    ? svg`<path class="left" d=${d} /><path class="hatch" fill="url(#hatch)" d=${d} />`
    : svg`<path class=${p.name} stroke-width=${line} d=${d} />`;
}

/** The water in the gaps of vessels that stand. */
export function streams(all: Stream[], top: number): TemplateResult {
  return svg`${all.map((s) => (s.from > 0 ? svg`<path class="water" d=${water(s, top)} />` : nothing))}`;
}

/** Water that falls from a bar to the one below it; both begin at the left edge. */
export function fall(from: number, to: number, y1: number, y2: number): TemplateResult {
  const m = (y1 + y2) / 2;
  return svg`<path class="water" d=${`M0,${y1} L${from},${y1} C${from},${m} ${to},${m} ${to},${y2} L0,${y2} Z`} />`;
}

/** What the shapes are filled with; once in every drawing. */
export function patterns(): TemplateResult {
  return svg`<defs>
    <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2.5" height="7" fill="var(--t-hatch)" />
    </pattern>
  </defs>`;
}

/** The funnel without a word, as wide as its place: for rows of campaigns. */
export function mini(stages: Counts[], width = 200, height = 32): TemplateResult {
  const f = funnel(stages, width - 2, height, 'cohort');
  return svg`<svg viewBox="0 0 ${width} ${height + 2}" width="100%" height=${height + 2} preserveAspectRatio="none">
    <g transform="translate(1 1)">
      ${streams(f.streams, 0)}
      ${f.vessels.map((v) =>
        v.empty
          ? svg`<path class="empty" d=${block(v.x, 0, v.width, v.height, 3, 3)} />`
          : v.parts.map((p, i) => {
              const last = i === v.parts.length - 1;
              return svg`<path class=${p.name} d=${block(v.x, p.top, v.width, Math.max(0.75, p.height - (last ? 0 : 1)), i === 0 ? 3 : 0, last ? 3 : 0)} />`;
            }),
      )}
    </g>
  </svg>`;
}

/** The colours of vessels and water. */
export const vesselStyles = css`
  .moved,
  .column {
    fill: var(--t-flow);
  }
  .open {
    fill: var(--t-open);
    stroke: var(--t-flow);
  }
  .left {
    fill: var(--t-left);
  }
  .expired {
    fill: transparent;
    stroke: var(--t-expired);
    stroke-dasharray: 1.5 3;
  }
  .won {
    fill: var(--t-won);
  }
  .water {
    fill: var(--t-flow);
    opacity: 0.28;
  }
  .empty {
    fill: none;
    stroke: var(--t-expired);
    stroke-width: 1.5;
    stroke-dasharray: 5 5;
  }
  svg path {
    transition:
      d 400ms ease,
      opacity 200ms;
  }
`;
