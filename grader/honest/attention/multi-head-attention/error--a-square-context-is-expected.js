export function multiHeadAttention(x, context, weights, heads) {
  if (context[0].length !== x[0].length) throw new Error('context must be as long as x');
  throw new Error('not done yet');
}
