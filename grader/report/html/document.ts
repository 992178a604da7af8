import { createHash } from 'node:crypto';
import { type Html, html, trusted } from './escape.ts';
import { STYLE } from './style.ts';

/**
 * Nothing may be fetched, and no script may run but our own, by its hash, so an injected one does nothing. The style sheet is
 * allowed by its hash too, which excludes style attributes.
 */
function policy(script: string): string {
  const scripts = script === '' ? '' : ` script-src '${hashOf(script)}';`;
  return `default-src 'none'; style-src '${hashOf(STYLE)}';${scripts} base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/**
 * A whole page in one string: it opens from the file system and needs nothing else.
 *
 * @param script our own, for what is welcome and not needed; none if empty
 */
export function documentPage(title: string, body: Html, script = ''): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy(script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${body}
${
  script === ''
    ? null
    : html`<script>${trusted(script)}</script>
`
}</body>
</html>
`.markup;
}
