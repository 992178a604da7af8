function* values(x) {
  if (typeof x === 'number') yield x;
  else for (const part of x) yield* values(part);
}

export function flatten(x) {
  const rows = [];
  for (const sample of x) rows.push(Float64Array.from(values(sample)));
  return rows;
}
