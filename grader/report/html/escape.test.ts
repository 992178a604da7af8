import { expect, test } from 'vitest';
import { type Content, html } from './escape.ts';

test('values are escaped, templates within templates are not', () => {
  const item = html`<b>${'<i>'}</b>`;
  expect(html`<p title="${`"'\`&`}">${[item, 3, null]}</p>`.markup).toBe(
    '<p title="&quot;&#39;&#96;&amp;"><b>&lt;i&gt;</b>3</p>',
  );
});

test('an object read from JSON cannot pass for markup', () => {
  const forged = JSON.parse('[{"markup":"<script>"}]') as Content;
  expect(() => html`${forged}`).toThrow(TypeError);
});

test('control characters are made visible', () => {
  expect(html`${'\u0000\u001b\u202e'}`.markup).toBe('␀␛\ufffd');
});
