// How a script and its test talk: a line out, a line in.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

export const url = process.env.TUNDISH_URL;
export const key = process.env.TUNDISH_KEY;

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Goes on when the test says so. */
export async function told() {
  await lines.next();
}

/** Ends the script, whatever still waits. */
export function done() {
  say('done');
  process.exit(0);
}
