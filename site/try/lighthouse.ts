import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromiumPath, NO_CHROMIUM } from '../../grader/report/html/chromium-path.ts';
import { toolCommand } from '../../tools/command-line/tool-command.ts';
import { serve } from '../serve/server.ts';

// `npm run site:lighthouse`: what Lighthouse says of pages of the built site, as on a slow phone.

const SITE = fileURLToPath(new URL('../dist', import.meta.url));
/** 13 needs Node 22. It is fetched when it is asked for: a figure, no test. */
const LIGHTHOUSE = 'lighthouse@12';
const PAGES = ['formulas/softmax.html', 'formulas/adam.html', 'formulas/conv2d.html'];

interface Report {
  categories: Record<'performance' | 'accessibility', { score: number | null }>;
  audits: Record<string, { displayValue?: string }>;
}

const command = toolCommand(
  'npm run site:lighthouse --',
  `Measures pages of the built site by ${LIGHTHOUSE}, which npx fetches, and prints performance and accessibility of 100. Writes nothing.`,
)
  .argument('[pages...]', 'pages of the site', PAGES)
  .option('--folder <dir>', 'the built site', SITE)
  .parse();
const { folder } = command.opts<{ folder: string }>();
const chromium = chromiumPath();
if (chromium === null) command.error(`error: ${NO_CHROMIUM}`);
if (!existsSync(join(folder, 'index.html')))
  command.error(`error: ${folder} holds no site: run \`npm run site\` first`);

const served = await serve(folder, { base: '/courses/nn/' });
try {
  for (const page of command.args.length > 0 ? command.args : PAGES) {
    const { categories, audits } = await measured(served.address + page);
    const percent = (score: number | null): number => Math.round(100 * (score ?? 0));
    const paint = audits['largest-contentful-paint']?.displayValue;
    const blocked = audits['total-blocking-time']?.displayValue;
    console.log(
      `${page}: performance ${percent(categories.performance.score)}, accessibility ${percent(categories.accessibility.score)} (painted after ${paint}, blocked for ${blocked})`,
    );
  }
} finally {
  await served.close();
}

async function measured(address: string): Promise<Report> {
  const words = [
    '--yes',
    LIGHTHOUSE,
    address,
    '--quiet',
    '--output=json',
    '--only-categories=performance,accessibility',
  ];
  // Containers run it as root, for whom its own sandbox does not start.
  const flags = '--chrome-flags=--headless=new --no-sandbox';
  const { stdout } = await promisify(execFile)('npx', [...words, flags], {
    env: { ...process.env, CHROME_PATH: chromium ?? '' },
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return JSON.parse(stdout) as Report;
}
