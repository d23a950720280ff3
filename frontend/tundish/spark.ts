import { css, html, svg, type TemplateResult } from 'lit';
import { line } from './series';

const WIDTH = 96;
const HEIGHT = 28;
const EDGE = 3;

/** A line through a few values. The last one is still filling, so that its way is dotted. */
export function spark(values: number[]): TemplateResult {
  const top = Math.max(1, ...values);
  const width = WIDTH - 2 * EDGE;
  const height = HEIGHT - 2 * EDGE;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const y = (v: number): number => Math.round((height - (v / top) * height) * 100) / 100;
  const full = values.slice(0, -1);
  const last = values[values.length - 1] ?? 0;
  const before = full[full.length - 1] ?? last;
  const x = Math.round(width * 100) / 100;
  return html`<svg class="spark-svg" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
    ${svg`<g transform="translate(${EDGE} ${EDGE})">
      <path class="spark-line" d=${line(full, Math.max(0, width - step), height, top)} />
      <path class="spark-line filling" d="M${Math.round((width - step) * 100) / 100},${y(before)} L${x},${y(last)}" />
      <circle cx=${x} cy=${y(last)} r="2.5" />
    </g>`}
  </svg>`;
}

export const sparkStyles = css`
  .spark-svg {
    display: block;
  }
  .spark-line {
    fill: none;
    stroke: var(--t-flow);
    stroke-width: 1.5;
  }
  .spark-line.filling {
    stroke-dasharray: 1.5 2.5;
  }
  .spark-svg circle {
    fill: var(--t-flow);
  }
`;
