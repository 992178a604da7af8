export function embeddingLookup(table, ids) {
  const vectorOf = new Map();
  table.forEach((row, i) => vectorOf.set(i + 1, row));
  return ids.map((text) => text.map((id) => vectorOf.get(id)));
}
