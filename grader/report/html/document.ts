import { createHash } from 'node:crypto';
import { type Html, html, trusted } from './escape.ts';
import { STYLE } from './style.ts';

/**
 * Nothing may be fetched and no script may run: the page has none, so an injected one does nothing. The style sheet is
 * allowed by its hash, which excludes style attributes too.
 */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A whole page in one string: it opens from the file system and needs nothing else. */
export function documentPage(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}
