import { expect, test } from 'vitest';
import * as is from '../../../properties/parameters/parameter.ts';
import { parametersList } from './parameters.ts';

test.each([
  [is.vector({ element: { least: 0, most: 1 } }), 'Each number from 0 to 1.'],
  [is.vector({ element: is.ZERO_OR_ONE }), 'Each number 0 or 1.'],
  [is.vector({ element: { least: 0, below: 1 } }), 'Each number from 0 and below 1.'],
  [is.vector({ element: is.ZERO_OR_ONE, optional: true }), 'Each number 0 or 1. May be absent.'],
])('of a parameter the page says what is legal: %#', (parameter, words) => {
  const { markup } = parametersList({ id: 'f', parameters: { x: parameter }, result: is.number() }, new Map());
  expect(markup).toContain(`<dd>${words}</dd>`);
});
