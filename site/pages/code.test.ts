import { expect, test } from 'vitest';
import { codeBlock, highlighted } from './code.ts';

test('tokens are marked by the classes of the editor, and only those that have a colour', () => {
  expect(highlighted('const x = 1; // one').markup).toBe(
    '<span class="tok-keyword">const</span> <span class="tok-definition">x</span> = <span class="tok-number">1</span>; <span class="tok-comment">// one</span>',
  );
});

test('code is text: no markup in it, in its strings or in its label becomes markup', () => {
  const { markup } = codeBlock("const s = '</code><script>x</script>';\nif (a < b && c > d) {}", '"><b>');
  expect(markup).not.toMatch(/<script|<b>|<\/code><script/);
  expect(markup).toContain('&lt;/code&gt;');
});

test('no character of the code is lost', () => {
  const code = 'type A<T> = { a?: T };\n\n/** x */\nenum E { A = 1 }\n\tconst re = /a`b/g;';
  const text = highlighted(code)
    .markup.replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&');
  expect(text).toBe(code);
});
