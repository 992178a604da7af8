import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Facts } from '../pages/facts.ts';
import { frame, NAVIGATION, SITE } from '../pages/frame.ts';
import { pagesOf } from '../pages/pages.ts';
import { APPS } from './apps.ts';
import { ROOT } from './facts.ts';
import type { Written } from './links.ts';
import { writeOut } from './out.ts';
import { searchIndex } from './search-index.ts';
import { sourceCopies } from './source-copies.ts';
import { copyFonts, styleSheet } from './styles.ts';

/** Writes every page with what all pages need, but for the modules that some load: style sheet, fonts, index, sources. */
export async function writePages(out: string, facts: Facts): Promise<Written[]> {
  writeOut(out, 'assets/style.css', await styleSheet(ROOT));
  writeOut(out, 'assets/favicon.svg', readFileSync(join(ROOT, 'site/shared/favicon.svg')));
  writeOut(out, 'assets/head.js', await headScript());
  writeOut(out, 'site.webmanifest', manifest());
  writeOut(out, 'data/search.json', searchIndex(facts));
  copyFonts(join(out, 'assets/fonts'));
  for (const { path, text } of sourceCopies(ROOT)) writeOut(out, path, text);
  return [...pagesOf(facts), ...APPS].map((page) => {
    const document = frame(page);
    writeOut(out, page.path, document);
    return { path: page.path, document };
  });
}

/** The script that runs before a page is drawn; a module would run after. */
async function headScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'site/shared/head.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function manifest(): string {
  const manifest = {
    name: SITE,
    short_name: SITE,
    description: 'The formulas of neural networks, proven',
    start_url: './index.html',
    scope: './',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0b57a4',
    icons: [{ src: 'assets/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
    shortcuts: NAVIGATION.map(({ path, name }) => ({ name, url: `./${path}` })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
