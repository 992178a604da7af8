import { type Content, type Html, html, trusted } from '../../grader/report/html/escape.ts';
import { CONTENT_SECURITY_POLICY } from '../shared/csp.ts';

/** A page of the site, before the frame is put around it. */
export interface Page {
  /** of the page alone: the frame adds the site's name */
  title: string;
  /** from the site's root, in which it is a file: `formulas/softmax.html` */
  path: string;
  /** a sentence or two for search engines and previews, as plain text */
  description: string;
  /** what is between header and footer; the frame puts it into <main> */
  main: Content;
  /** entries of the bundle that the page loads as modules: `search` is assets/search.js */
  scripts?: readonly string[];
  /** its own script says when the rest of the site may be fetched, to be kept offline; otherwise that is when it is idle */
  keepsSite?: true;
  /** KaTeX's fonts that it shows at once: `Main-Regular` */
  fonts?: readonly string[];
}

/** The places that the header leads to, each a file of the root. */
export const NAVIGATION: readonly { path: string; name: string }[] = [
  { path: 'index.html', name: 'Formulas' },
  { path: 'lectures.html', name: 'Lectures' },
  { path: 'playground.html', name: 'Playground' },
  { path: 'compute.html', name: 'Try a value' },
  { path: 'errata.html', name: 'Errata' },
  { path: 'divergences.html', name: 'Divergences' },
  { path: 'hints.html', name: 'Hints' },
];

const MORE: typeof NAVIGATION = [
  { path: 'about.html', name: 'How to read these pages' },
  { path: 'accuracy.html', name: 'Accuracy' },
  { path: 'speed.html', name: 'Speed' },
];

/** What leads from a page back to the site's root: `../` for `formulas/softmax.html`, empty for a file of the root. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** The whole document of a page. Every address in it is relative, so the site may lie under any path. */
export function frame({ title, path, description, main, scripts = [], keepsSite, fonts = [] }: Page): string {
  const root = rootOf(path);
  const modules = keepsSite ? scripts : [...scripts, 'offline'];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(CONTENT_SECURITY_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title === SITE ? SITE : `${title} · ${SITE}`}</title>
<link rel="icon" href="${root}assets/favicon.svg" type="image/svg+xml">
<link rel="manifest" href="${root}site.webmanifest">
<script src="${root}assets/head.js"></script>
<link rel="stylesheet" href="${root}assets/style.css">
${fonts.map(
  (font) =>
    html`<link rel="preload" href="${root}assets/fonts/KaTeX_${font}.woff2" as="font" type="font/woff2" crossorigin>
`,
)}${modules.map(
  (script) =>
    html`<script type="module" src="${root}assets/${script}.js"></script>
`,
)}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header"><div>
<a class="brand" href="${root}index.html">${MARK}${SITE}</a>
<nav class="site-nav" aria-label="Site"><ul>
${NAVIGATION.map(
  (place) => html`<li><a href="${root}${place.path}"${currentMark(place.path, path)}>${place.name}</a></li>
`,
)}</ul></nav>
<a class="to-search" href="${root}index.html#search" aria-label="Search">${GLASS}</a>
<button class="theme" type="button" aria-label="Dark colours" aria-pressed="false">${SWITCH}</button>
</div></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="site-footer"><div>
<p>${MORE.map((place, n) => [n === 0 ? '' : ' · ', html`<a href="${root}${place.path}">${place.name}</a>`])}</p>
<p>Nothing you type leaves this page, and nothing is fetched from anywhere else.</p>
</div></footer>
</body>
</html>
`.markup;
}

export const SITE = 'Backproof';

function currentMark(place: string, path: string): Html | null {
  if (place === path) return html` aria-current="page"`;
  // A formula is in the list of formulas, a lecture in that of lectures.
  const folder = place === 'index.html' ? 'formulas' : place.replace('.html', '');
  return path.startsWith(`${folder}/`) ? html` aria-current="true"` : null;
}

const MARK = trusted(
  '<svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0b57a4"/><path d="M8 9h16L14.5 16 24 23H8" fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round"/></svg>',
);

const GLASS = trusted(
  '<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M13 13l4.5 4.5" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>',
);

const SWITCH = trusted(
  '<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/></svg>',
);
