import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NODE_VERSIONS, nodeVersion } from './node-versions.ts';

test('the oldest version is the oldest that package.json allows', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(manifest).toContain(`"node": ">=${NODE_VERSIONS[0].replace(/\.0$/, '')}"`);
});

test('the beginning of a known version is enough, an exact one may be any', () => {
  expect(nodeVersion('23.1.0', nodeVersion('20.19', nodeVersion('22')))).toEqual([
    NODE_VERSIONS[1],
    NODE_VERSIONS[0],
    '23.1.0',
  ]);
});

test.each(['', '2', '21', '22.', 'v22', 'latest', '22.x'])("'%s' is refused", (text) => {
  expect(() => nodeVersion(text)).toThrow('Expected an exact version of Node, or one of 20.19.0, ');
});
