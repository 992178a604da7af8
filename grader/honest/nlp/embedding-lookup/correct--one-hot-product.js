const oneHot = (id, size) => {
  if (!Number.isInteger(id) || id < 0 || id >= size) throw new Error('id out of range: ' + id);
  const v = new Array(size).fill(0);
  v[id] = 1;
  return v;
};

const times = (v, m) => m[0].map((_, j) => v.reduce((s, x, i) => s + x * m[i][j], 0));

export function embeddingLookup(table, ids) {
  return ids.map((text) => text.map((id) => times(oneHot(id, table.length), table)));
}
