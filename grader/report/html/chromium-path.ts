import { existsSync } from 'node:fs';
import { onPath } from './on-path.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const USUAL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Why there is none, and what to do. */
export const NO_CHROMIUM = 'no Chromium found on PATH (install chromium, or name one in BACKPROOF_CHROMIUM)';

/** The Chromium of BACKPROOF_CHROMIUM, or the first of the usual names on PATH, or one in the usual places. */
export function chromiumPath(): string | null {
  const named = process.env['BACKPROOF_CHROMIUM'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`BACKPROOF_CHROMIUM is ${named}, which does not exist`);
  }
  return onPath(NAMES) ?? USUAL_PATHS.find((path) => existsSync(path)) ?? null;
}
