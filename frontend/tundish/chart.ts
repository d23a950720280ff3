import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { palette, type Palette } from './palette';
import { base } from './styles';

export * from './palette';

use([BarChart, CustomChart, GridComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer, TitleComponent, TooltipComponent]);

/** What a chart says, for those who read instead of look. */
export interface Twin {
  caption: string;
  columns: string[];
  rows: (string | number)[][];
}

export type Option = EChartsCoreOption;

/**
 * A drawing by ECharts in the colours of the page, with its numbers as a table beside it. What comes from outside stays
 * text: tooltips are drawn, never written as markup, and whatever an option says, that holds.
 */
export abstract class Chart extends LitElement {
  static properties = { asTable: { state: true } };
  declare asTable: boolean;

  private chart: ECharts | undefined;
  private shape = '';
  private readonly sized = new ResizeObserver(() => this.fit());
  private readonly themed = new MutationObserver(() => this.draw());
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor() {
    super();
    this.asTable = false;
  }

  /** What to draw; null: nothing yet. Colours come from the palette only, or a change of theme would not reach them. */
  protected abstract option(palette: Palette): Option | null;

  /** The same as a table. */
  protected abstract twin(): Twin;

  /** Height of the drawing in pixels. */
  protected height(): number {
    return 220;
  }

  /** What stands in place of the drawing while there is nothing to draw. */
  protected empty(): TemplateResult | string {
    return 'Nothing to draw yet.';
  }

  /** A part of the drawing was chosen. */
  protected picked(_series: string, _index: number): void {}

  connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
    this.themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.still.addEventListener('change', this.onMotion);
    if (this.hasUpdated) {
      this.requestUpdate();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
    this.themed.disconnect();
    this.still.removeEventListener('change', this.onMotion);
    this.forget();
  }

  private readonly onMotion = (): void => this.draw();

  protected updated(_changed: PropertyValues): void {
    this.draw();
  }

  protected render(): TemplateResult {
    const twin = this.twin();
    const any = this.option(palette()) !== null;
    return html`
      <div class="plot" aria-hidden="true" style=${`height:${this.height()}px`} ?hidden=${!any || this.asTable}></div>
      ${any ? nothing : html`<p class="none small quiet" style=${`min-height:${this.height()}px`}>${this.empty()}</p>`}
      <div class=${this.asTable ? 'table' : 'twin'}>
        <table>
          <caption>
            ${twin.caption}
          </caption>
          <thead>
            <tr>
              ${twin.columns.map((c) => html`<th scope="col">${c}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${twin.rows.map(
              (r) => html`<tr>
                ${r.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${any
        ? html`<button class="switch small" aria-pressed=${this.asTable ? 'true' : 'false'} @click=${() => (this.asTable = !this.asTable)}>
            ${this.asTable ? 'Show the drawing' : 'Show as a table'}
          </button>`
        : nothing}
    `;
  }

  private draw(): void {
    const place = this.renderRoot?.querySelector<HTMLElement>('.plot');
    const option = this.isConnected && place && !place.hidden ? this.option(palette()) : null;
    if (!place || option === null) {
      this.forget();
      return;
    }
    if (place.clientWidth === 0) {
      return; // not laid out yet: the observer calls again
    }
    if (!this.chart) {
      this.chart = init(place, null, { renderer: 'svg' });
      this.chart.on('click', (event) => this.picked(String(event.seriesName ?? ''), event.dataIndex ?? -1));
      this.shape = '';
    }
    // Another number of axes or series is another drawing; else values move and nothing is drawn anew.
    const shape = ['series', 'grid', 'title'].map((part) => many((option as Record<string, unknown>)[part])).join();
    this.chart.setOption(settled(option, this.still.matches), { notMerge: shape !== this.shape, lazyUpdate: true });
    this.shape = shape;
  }

  private fit(): void {
    const place = this.renderRoot?.querySelector<HTMLElement>('.plot');
    if (this.chart && place && place.clientWidth > 0) {
      this.chart.resize();
      this.draw();
    } else {
      this.draw();
    }
  }

  private forget(): void {
    this.chart?.dispose();
    this.chart = undefined;
  }

  static styles = [
    base,
    css`
      .plot {
        width: 100%;
      }
      .plot[hidden] {
        display: none;
      }
      .none {
        padding-top: 24px;
        box-sizing: border-box;
      }
      .table {
        overflow: auto;
        max-height: 320px;
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: 13px;
        line-height: 18px;
      }
      caption {
        text-align: start;
        color: var(--t-quiet);
        padding-bottom: 6px;
      }
      th,
      td {
        text-align: end;
        font-weight: 400;
        padding: 4px 8px;
        border-top: 1px solid var(--t-line);
        white-space: nowrap;
      }
      th:first-child {
        text-align: start;
        padding-left: 0;
      }
      thead th {
        color: var(--t-quiet);
        border-top: 0;
      }
      .switch {
        font: 500 13px/18px var(--t-font);
        color: var(--t-quiet);
        background: none;
        border: 0;
        padding: 4px 0;
        margin-top: 4px;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 3px;
        text-decoration-color: var(--t-line);
      }
      .switch:hover {
        color: var(--t-ink);
      }
    `,
  ];
}

/** Whatever an option says: no markup, no motion for those who do not want it. */
function settled(option: Option, still: boolean): Option {
  const asked = option as Record<string, unknown>;
  return {
    animationDuration: 0,
    animationDurationUpdate: 400,
    animationEasingUpdate: 'cubicInOut',
    ...asked,
    ...(still ? { animation: false } : {}),
    ...(asked['tooltip'] ? { tooltip: { ...(asked['tooltip'] as object), renderMode: 'richText' } } : {}),
  };
}

function many(part: unknown): number {
  return Array.isArray(part) ? part.length : part ? 1 : 0;
}
