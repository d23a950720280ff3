/** Light, dark, or as the device says; remembered for each user in this browser. */

export type Choice = 'light' | 'dark' | 'system';

const LAST = 'tundish-theme';
const device = matchMedia('(prefers-color-scheme: dark)');
let choice: Choice = read(LAST);

export function chosen(): Choice {
  return choice;
}

export function choose(next: Choice, user: string): void {
  choice = next;
  write(LAST, next);
  write(`${LAST}/${user}`, next);
  apply();
}

/** Someone logged in: their own choice holds. */
export function settle(user: string): void {
  choice = read(`${LAST}/${user}`, choice);
  write(LAST, choice);
  apply();
}

function apply(): void {
  const dark = choice === 'dark' || (choice === 'system' && device.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

function read(key: string, otherwise: Choice = 'system'): Choice {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' || kept === 'system' ? kept : otherwise;
  } catch {
    return otherwise; // a browser that keeps nothing
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // a browser that keeps nothing: the choice holds until the page is left
  }
}

device.addEventListener('change', apply);
apply();
