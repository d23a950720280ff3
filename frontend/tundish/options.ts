/** What controls offer, and the days that people choose. Pure. */

export interface Others {
  others: { code: string; name: string }[];
  /** The predecessor's name, or empty. */
  predecessor: string;
}

/** The day after, as an address says the end of a range: it no longer belongs to it. */
export function nextDay(day: string): string {
  return moved(day, 1);
}

/** The last day of a range that ends there, as a form shows it. */
export function local(end: string): string {
  return end.length > 10 ? end.slice(0, 10) : moved(end, -1);
}

function moved(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}
