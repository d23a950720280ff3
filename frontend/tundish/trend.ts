import { Chart, markLine, tooltip, words, type Option, type Palette, type Twin } from './chart';
import { numbered, type Mark } from './marks';
import type { Beside, Picture } from './picture';
import { ceiling, corners } from './trend-lines';
import { count, date, hourMinute, moment } from './words';

const LEFT = 4;
const RIGHT = 40;
const TOP = 22;
const NAME = 18;
const GAP = 10;

/** How high a row's drawing is: lower where there are many. */
function plot(stages: number): number {
  return stages > 6 ? 26 : 44;
}

function row(stages: number): number {
  return NAME + plot(stages) + GAP;
}

/** Each stage over the time that is shown, a row each with its own height, and what was changed across all of them. */
export class TundishTrend extends Chart {
  static properties = { ...Chart.properties, picture: { attribute: false }, beside: { attribute: false } };
  declare picture: Picture | null;
  declare beside: Beside | null;

  constructor() {
    super();
    this.picture = null;
    this.beside = null;
  }

  protected override height(): number {
    const stages = this.picture?.stages.length ?? 3;
    return TOP + stages * row(stages) + 14;
  }

  protected override empty(): string {
    return this.beside === null ? 'Fetching the times …' : 'Nobody in this time yet.';
  }

  protected option(p: Palette): Option | null {
    const { picture, beside } = this;
    if (picture === null || beside === null || beside.trend.length === 0) {
      return null;
    }
    const { from, to, width, trend } = beside;
    const marks: Mark[] = numbered(beside.changes);
    const last = picture.stages.length - 1;
    const deep = row(picture.stages.length);
    const wide = Math.max(80, this.clientWidth - LEFT - RIGHT);
    const lines = picture.stages.map((_, k) => corners(trend, k, width, from, to));
    const tops = lines.map((line) => ceiling(Math.max(1, ...line.map(([, n]) => n))));
    return {
      tooltip: tooltip(p, { trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: p.line } }, formatter: (at: { axisValue: number }[]) => this.said(at[0]?.axisValue ?? from) }),
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      title: picture.stages.map((s, k) => ({
        text: s.label,
        left: LEFT,
        top: TOP + k * deep,
        padding: 0,
        textStyle: { ...words(p, 13), color: p.ink, fontWeight: 'normal', width: wide, overflow: 'truncate' },
      })),
      grid: lines.map((_, k) => ({ left: LEFT, right: RIGHT, top: TOP + k * deep + NAME, height: plot(picture.stages.length), outerBoundsMode: 'none' })),
      xAxis: lines.map((_, k) => ({
        type: 'time',
        gridIndex: k,
        min: from,
        max: to,
        axisLine: { lineStyle: { color: p.line } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: k === last ? { ...words(p), show: true, showMinLabel: true, showMaxLabel: true, hideOverlap: true, customValues: [from, to], formatter: (v: number) => this.place(v), alignMinLabel: 'left', alignMaxLabel: 'right' } : { show: false },
      })),
      yAxis: lines.map((_, k) => ({
        type: 'value',
        gridIndex: k,
        min: 0,
        max: tops[k],
        position: 'right',
        axisLabel: { ...words(p), customValues: [tops[k]], formatter: (v: number) => count(v), verticalAlign: 'top', margin: 4 },
        splitLine: { show: false },
        axisLine: { show: false },
        axisTick: { show: false },
      })),
      series: lines.map((line, k) => ({
        name: picture.stages[k]!.label,
        type: 'line',
        xAxisIndex: k,
        yAxisIndex: k,
        data: line,
        symbol: 'none',
        lineStyle: { color: k === last ? p.won : p.flow, width: 1.5 },
        areaStyle: { color: k === last ? p.won : p.flow, opacity: 0.14 },
        markLine: markLine(p, marks, from, to, wide, k === 0 ? NAME + 2 : null),
      })),
    };
  }

  private place(ms: number): string {
    const zone = this.picture?.zone;
    const { from, to } = this.beside!;
    return to - from < 30 * 3_600_000 ? hourMinute(ms, zone) : date(ms, to, zone);
  }

  private said(at: number): string {
    const { picture, beside } = this;
    const cell = [...beside!.trend].reverse().find((c) => c.from <= at && at < c.from + beside!.width);
    const lines = picture!.stages.map((s, k) => `${s.label}  ${count(cell?.leads[k] ?? 0)}`);
    const near = (beside!.to - beside!.from) / 40;
    const marks = numbered(beside!.changes).filter((m) => Math.abs(m.at - at) < near);
    const title = cell ? moment(cell.from, beside!.to, picture!.zone) : 'nobody';
    return [title, ...lines, ...marks.map((m) => `${m.number}: ${m.what} (${m.by})`)].join('\n');
  }

  protected twin(): Twin {
    const { picture, beside } = this;
    return {
      caption: beside === null ? 'The trend' : `Leads at each stage, in steps of ${beside.bucket}`,
      columns: ['From', ...(picture?.stages.map((s) => s.label) ?? [])],
      rows: beside === null || picture === null ? [] : beside.trend.map((c) => [moment(c.from, beside.to, picture.zone), ...c.leads.map((n) => count(n))]),
    };
  }
}

customElements.define('tundish-trend', TundishTrend);
