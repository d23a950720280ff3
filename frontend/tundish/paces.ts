import { Chart, tooltip, words, type Option, type Palette, type Twin } from './chart';
import type { Picture, StageRow } from './picture';
import { span } from './words';

const ROW = 44;
const TICKS = [1, 10, 60, 600, 3600, 6 * 3600, 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400];

/** How long each step takes: half came within the dot, nine of ten within the ring. */
export class TundishPaces extends Chart {
  static properties = { ...Chart.properties, picture: { attribute: false } };
  declare picture: Picture | null;

  constructor() {
    super();
    this.picture = null;
  }

  private get steps(): StageRow[] {
    return (this.picture?.stages ?? []).slice(1).filter((s) => s.median !== null);
  }

  protected override height(): number {
    return Math.max(1, this.steps.length) * ROW + 34;
  }

  protected override empty(): string {
    return this.picture?.mode === 'activity'
      ? 'Times are counted for the leads who came in. Switch to “Leads who came in” to see them.'
      : this.picture?.timed
        ? 'Nobody was seen at both ends of a step yet.'
        : 'Fetching the times …';
  }

  protected option(p: Palette): Option | null {
    const steps = this.steps;
    if (steps.length === 0 || this.picture?.mode === 'activity') {
      return null;
    }
    const least = Math.max(1, Math.min(...steps.map((s) => s.median!)));
    const most = Math.max(...steps.map((s) => s.ninety ?? s.median!), least * 2);
    const min = [...TICKS].reverse().find((t) => t <= least) ?? 1;
    const max = TICKS.find((t) => t >= most) ?? most;
    const ticks = TICKS.filter((t) => t >= min && t <= max);
    const names = steps.map((s) => s.label);
    return {
      tooltip: tooltip(p, { trigger: 'item', formatter: (at: { seriesIndex: number }) => this.said(steps[at.seriesIndex]!) }),
      grid: { left: 4, right: 14, top: 4, bottom: 26, outerBoundsMode: 'none' },
      xAxis: {
        type: 'log',
        min,
        max,
        axisLabel: { ...words(p), customValues: ticks, alignMinLabel: 'left', alignMaxLabel: 'right', formatter: (v: number) => span(v).replace(' 0 h', ''), hideOverlap: true },
        splitLine: { show: false },
        minorTick: { show: false },
        axisTick: { show: false },
      },
      yAxis: { type: 'category', data: names, inverse: true, axisLabel: { ...words(p, 13), color: p.ink, inside: true, verticalAlign: 'bottom', padding: [0, 0, 6, -4], width: 180, overflow: 'truncate' }, axisLine: { show: false }, axisTick: { show: false }, z: 3 },
      series: steps.map((s, i) => ({
        name: s.label,
        type: 'line',
        ...(i === 0 ? { markLine: rules(p, ticks) } : {}),
        lineStyle: { color: p.flow, width: 2 },
        symbolSize: 10,
        data: [
          { value: [Math.max(1, s.median!), s.label], symbol: 'circle', itemStyle: { color: p.flow, borderColor: p.flow, borderWidth: 2 } },
          { value: [Math.max(1, s.ninety ?? s.median!), s.label], symbol: 'circle', itemStyle: { color: p.surface, borderColor: p.flow, borderWidth: 2 } },
        ],
      })),
    };
  }

  private said(s: StageRow): string {
    return `${s.label}\nhalf within ${span(s.median)}\nnine of ten within ${span(s.ninety)}`;
  }

  protected twin(): Twin {
    return {
      caption: 'Time from the stage before',
      columns: ['To', 'Half came within', 'Nine of ten within'],
      rows: this.steps.map((s) => [s.label, span(s.median), span(s.ninety)]),
    };
  }
}

/** Hairlines at readable times. */
function rules(p: Palette, ticks: number[]): Record<string, unknown> {
  return { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: p.line, type: 'solid', width: 1 }, data: ticks.map((xAxis) => ({ xAxis })) };
}

customElements.define('tundish-paces', TundishPaces);
