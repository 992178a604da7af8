import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../grader/report/html/chromium-path.ts';
import { type Served, type ServeOptions, serve } from '../serve/server.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { WRITES_DOWN } from './playground-page.ts';

const BASE = '/courses/nn/';
/** Said by the console of each page and worker in which the policy refused something. */
const REFUSED = 'content security policy:';
/** In front of every script: what a policy refuses in a worker is told to that worker alone. */
const TELLS = `globalThis.addEventListener('securitypolicyviolation', (e) =>
console.error('${REFUSED}', e.effectiveDirective, e.blockedURI, e.sourceFile));`;

/** The site, served, and a browser that has no other way to any network. */
export interface Trial {
  browser: Browser;
  served: Served;
  gateway: Gateway;
  open: (path: string, how?: BrowserContextOptions) => Promise<Opened>;
  close: () => Promise<void>;
}

export interface Opened {
  page: Page;
  /** what the console, an uncaught error or a policy said; should be empty */
  faults: string[];
  close: () => Promise<void>;
}

/** How a trial differs from a visit. */
export interface TrialOptions extends Pick<ServeOptions, 'alter' | 'onAnswer'> {
  /** whether scripts tell what the policy refuses: they are then not those that the service worker knows */
  tells?: boolean;
  /** what the browser is started with */
  flags?: readonly string[];
}

export async function startTrial(
  site: string,
  { alter, onAnswer, tells = false, flags = [] }: TrialOptions = {},
): Promise<Trial> {
  const telling = (path: string, bytes: Buffer): Buffer => {
    const altered = alter?.(path, bytes) ?? bytes;
    return tells && path.endsWith('.js') ? Buffer.concat([Buffer.from(TELLS), altered]) : altered;
  };
  const served = await serve(site, { base: BASE, alter: telling, ...(onAnswer && { onAnswer }) });
  const gateway = await openGateway(new URL(served.address).host);
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('no Chromium: ask chromiumPath() first');
  const proxy = { server: gateway.address, bypass: '<-loopback>' };
  const browser = await chromium.launch({ executablePath, proxy, args: [...flags] });
  const open = async (path: string, how: BrowserContextOptions = {}): Promise<Opened> => {
    const context = await browser.newContext(how);
    // The transpiler that runs this file names functions by a helper that pages do not have.
    await context.addInitScript('globalThis.__name = (f) => f');
    await context.addInitScript(WRITES_DOWN);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      // What playwright says when a test wants no service worker.
      if (message.text().includes('blocked by Playwright')) return;
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    await page.goto(served.address + path);
    return { page, faults, close: () => context.close() };
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await gateway.close();
    await served.close();
  };
  return { browser, served, gateway, open, close };
}
