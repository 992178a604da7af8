export function miniBatches(indices, batchSize) {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new Error('batchSize');
  const result = [];
  let rest = [...indices];
  while (rest.length > batchSize) result.push(rest.splice(0, batchSize));
  if (rest.length > 0 && rest.length < batchSize) result.push(rest);
  return result;
}
