export const miniBatches = (indices, size) => {
  if (size < 1 || size % 1 !== 0) throw new Error(`batch size ${size}`);
  const count = Math.floor((indices.length - 1) / size);
  return [...Array(Math.max(0, count)).keys()].map((k) => indices.filter((_, i) => Math.floor(i / size) === k));
};
