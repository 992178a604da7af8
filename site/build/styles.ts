import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const KATEX = dirname(fileURLToPath(import.meta.resolve('katex/dist/katex.min.css')));

/** The site's style sheets, joined behind KaTeX's, whose rules they may change. */
const STYLES = ['site/shared/style.css', 'site/pages/pages.css', 'site/compute/style.css'];

/** The one style sheet of all pages. Of each font only the format that every browser reads is kept. */
export async function styleSheet(root: string): Promise<string> {
  const katex = readFileSync(join(KATEX, 'katex.min.css'), 'utf8').replaceAll(
    /,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g,
    '',
  );
  const own = STYLES.map((file) => readFileSync(join(root, file), 'utf8'));
  // Browsers that know light-dark() need nothing rewritten.
  const { code } = await transform([katex, ...own].join('\n'), { loader: 'css', minify: true, target: 'esnext' });
  return code;
}

/** Copies KaTeX's fonts; they lie on the same host, and a page fetches those that it shows. */
export function copyFonts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const fonts = join(KATEX, 'fonts');
  for (const file of readdirSync(fonts).filter((name) => name.endsWith('.woff2')))
    copyFileSync(join(fonts, file), join(folder, file));
}
