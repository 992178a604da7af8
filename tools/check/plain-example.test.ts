import { expect, test } from 'vitest';
import * as is from '../../properties/parameters/parameter.ts';
import { checkPlainExample } from './plain-example.ts';

const parameters = {
  x: is.vector(),
  weights: is.record({ w: is.number(), packed: is.number({ optional: true, extended: true }) }),
  options: is.options({
    rate: is.number({ default: 1 }),
    order: is.choice(['hx'], { optional: true, extended: true }),
  }),
};

test.each([
  ['f(vector([1]), { w: 1 }, { rate: 2 }) // 2', []],
  ['const w = ONE;\n * f(vector([1]), { w }) // 2', []],
  ['f(vector([1]), { w: 1, packed: 1 }).y // 2', ['weights.packed']],
  ["f(vector([1]), { w: 1 }, { order: 'hx' }) // 2", ['options.order']],
  ["f(vector([1]), { w: 1 }) // 2\n * @example f(vector([1]), { w: 1 }, { order: 'hx' }) // 2", []],
])('%s takes beyond the exercise %j', (example, names) => {
  const text = `/**\n * @example ${example}\n */\nexport function f() {}`;
  const messages = names.map(
    (name) => `the @example takes ${name}, which is beyond the exercise: show the plain form first`,
  );
  expect(checkPlainExample({ id: 'f', parameters }, 'f.ts', text, { ONE: 1 })).toEqual(messages);
});
