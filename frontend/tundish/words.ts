/** How numbers, times and shares are said. Pure; numbers in the reader's language, times in the campaign's zone. */

export const DASH = '–';
/** Below this many leads nothing is judged. */
export const EARLY = 30;

/** Making a format takes far longer than using it, and a page says the same kinds of numbers over and over. */
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function made<T extends Intl.NumberFormat | Intl.DateTimeFormat>(kind: string, locale: string | undefined, options: object, make: () => T): T {
  const key = `${kind} ${locale ?? ''} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known as T;
}

export function numbers(locale?: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return made('number', locale, options, () => new Intl.NumberFormat(locale, options));
}

function dates(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return made('date', locale, options, () => new Intl.DateTimeFormat(locale, options));
}

export function count(n: number, locale?: string): string {
  return numbers(locale).format(n);
}

/** "1.28M" where there is no room for all digits. */
export function shortCount(n: number, locale?: string): string {
  return n < 100_000 ? count(n, locale) : numbers(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(n);
}

/** A share of one as per cent: whole ones, but one digit more below ten, so that small steps can be told apart. */
export function percent(share: number | null | undefined, locale?: string): string {
  if (share === null || share === undefined || !Number.isFinite(share)) {
    return DASH;
  }
  const digits = share > 0 && share < 0.0995 ? 1 : 0;
  if (share > 0 && share < 0.001) {
    return '<\u2009' + numbers(locale, { style: 'percent', maximumFractionDigits: 1 }).format(0.001);
  }
  return numbers(locale, { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: digits }).format(share);
}

export function per100(share: number, locale?: string): string {
  const v = share * 100;
  return numbers(locale, { maximumFractionDigits: v > 0 && v < 1 ? 1 : 0 }).format(v);
}

/** A span of time in the two largest units that say something: "3 h 20 min". */
export function span(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return DASH;
  }
  const s = Math.round(seconds);
  if (s < 60) {
    return `${s} s`;
  }
  const minutes = Math.round(s / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} h` + (rest && minutes < 600 ? ` ${rest} min` : '');
  }
  const hours = Math.round(minutes / 60);
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  return `${days} d` + (rest && days < 10 ? ` ${rest} h` : '');
}

export function clock(ms: number | null | undefined, zone?: string, locale?: string): string {
  if (ms === null || ms === undefined) {
    return DASH;
  }
  return dates(locale, {
    timeZone: known(zone),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
}

export function hourMinute(ms: number, zone?: string, locale?: string): string {
  return dates(locale, { timeZone: known(zone), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
}

/** A time that is allowed, in whole words: "14 days", "36 hours". */
export function allowed(seconds: number): string {
  const [n, unit] =
    seconds % 86_400 === 0 ? [seconds / 86_400, 'day'] : seconds % 3600 === 0 ? [seconds / 3600, 'hour'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count(n)} ${unit}${n === 1 ? '' : 's'}`;
}

/** A day, with its year where that is not this one. */
export function date(ms: number, now: number, zone?: string, locale?: string): string {
  const year = (at: number): string => dates('en', { timeZone: known(zone), year: 'numeric' }).format(at);
  return year(ms) === year(now)
    ? day(ms, zone, locale)
    : dates(locale, { timeZone: known(zone), day: 'numeric', month: 'short', year: 'numeric' }).format(ms);
}

export function day(ms: number, zone?: string, locale?: string): string {
  return dates(locale, { timeZone: known(zone), day: 'numeric', month: 'short' }).format(ms);
}

/** Times of today as a clock, others with their day. */
export function moment(ms: number, now: number, zone?: string, locale?: string): string {
  const sameDay = day(ms, zone, locale) === day(now, zone, locale) && Math.abs(now - ms) < 86_400_000;
  if (sameDay) {
    return clock(ms, zone, locale);
  }
  const said = date(ms, now, zone, locale);
  return said === day(ms, zone, locale) ? `${said}, ${hourMinute(ms, zone, locale)}` : said;
}

/** How long a campaign has run, as people say it. */
export function age(launched: number | null, now: number): string {
  if (launched === null) {
    return '';
  }
  if (launched > now) {
    return `starts in ${span((launched - now) / 1000)}`;
  }
  const days = Math.floor((now - launched) / 86_400_000);
  return days < 1 ? `day 1 · ${span((now - launched) / 1000)}` : `day ${days + 1}`;
}

export function money(amount: string, currency: string, locale?: string): string {
  const value = Number(amount);
  return numbers(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: value >= 1000 ? 0 : 2,
    minimumFractionDigits: 0,
  }).format(value);
}

export function leads(n: number): string {
  return `${count(n)} ${n === 1 ? 'lead' : 'leads'}`;
}

/** The browser may not know a zone that the server knows. */
function known(zone?: string): string | undefined {
  if (!zone) {
    return undefined;
  }
  try {
    dates('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}

/** A difference of shares in points: "+4 points", "−0.3 points". */
export function points(share: number, locale?: string): string {
  const size = Math.abs(share * 100);
  const digits = size < 0.95 ? 1 : 0;
  const said = numbers(locale, { maximumFractionDigits: digits }).format(size);
  if (Number(size.toFixed(digits)) === 0) {
    return 'no difference';
  }
  return `${share > 0 ? '+' : '−'}${said} ${Number(size.toFixed(digits)) === 1 ? 'point' : 'points'}`;
}

/** What a difference is worth, in words that follow it. */
export function worth(word: 'too_early' | 'above' | 'below' | 'leaning_above' | 'leaning_below' | 'no_difference'): string {
  switch (word) {
    case 'too_early':
      return 'too early';
    case 'above':
    case 'below':
      return 'proven';
    case 'leaning_above':
    case 'leaning_below':
      return 'leaning';
    case 'no_difference':
      return 'could be chance';
  }
}
