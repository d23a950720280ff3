import { bundled, type Mark } from './marks';

/** The colours of the page as it is now. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  flow: string;
  open: string;
  won: string;
  left: string;
  expired: string;
  /** Any other token by its name, such as `budget`. */
  of(token: string): string;
}

const known = new Map<string, Palette>();

/** The colours as they are set now: asked of the browser once a theme, for asking makes it lay out the page. */
export function palette(): Palette {
  const theme = document.documentElement.dataset['theme'] ?? '';
  const now = known.get(theme) ?? read();
  if (now.ink !== '') {
    known.set(theme, now); // the style sheet is there
  }
  return now;
}

function read(): Palette {
  const style = getComputedStyle(document.documentElement);
  const tokens = new Map<string, string>();
  const of = (token: string): string => {
    const value = tokens.get(token) ?? style.getPropertyValue(`--t-${token}`).trim();
    tokens.set(token, value);
    return value;
  };
  return {
    ink: of('ink'),
    quiet: of('quiet'),
    line: of('line'),
    surface: of('surface'),
    flow: of('flow'),
    open: of('open'),
    won: of('won'),
    left: of('left'),
    expired: of('expired'),
    of,
  };
}

/** Type of axes and labels. */
export function words(p: Palette, size = 12): Record<string, unknown> {
  return { color: p.quiet, fontFamily: "'Inter Variable', Inter, system-ui, sans-serif", fontSize: size };
}

/** A tooltip on a plain card. */
export function tooltip(p: Palette, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    backgroundColor: p.surface,
    borderColor: p.line,
    borderWidth: 1,
    padding: [8, 12],
    confine: true,
    textStyle: { ...words(p, 13), color: p.ink },
    ...more,
  };
}

/**
 * The changes as numbered hairlines of a series over time: put it into the series as its `markLine`.
 *
 * @param above how far above the line its number stands; null: it has none, as in all but the topmost row of several
 */
export function markLine(p: Palette, marks: Mark[], from: number, to: number, width: number, above: number | null = 3): Record<string, unknown> {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: p.quiet, width: 1, type: 'solid', opacity: 0.7 },
    label: { show: above !== null, position: 'end', distance: above ?? 0, ...words(p, 12), color: p.ink },
    data: bundled(marks, from, to, width).map((b) => ({ xAxis: b.at, label: { formatter: b.label } })),
  };
}
