type Sequence = number[][][];

export function scaledDotProductAttention(q: Sequence, k: Sequence, v: Sequence, mask?: number[][][]): Sequence {
  const batch = q.length;
  if (k.length !== batch || v.length !== batch) throw new Error('batch sizes differ');
  if (mask && mask.length !== batch) throw new Error('mask: batch');
  const out: Sequence = [];
  for (let b = 0; b < batch; b++) {
    if (k[b].length !== v[b].length) throw new Error('one value per key');
    if (mask && mask[b].length !== q[b].length) throw new Error('mask: queries');
    const rows: number[][] = [];
    for (let i = 0; i < q[b].length; i++) {
      if (mask && mask[b][i].length !== k[b].length) throw new Error('mask: keys');
      const scores: number[] = [];
      for (let j = 0; j < k[b].length; j++) {
        if (k[b][j].length !== q[b][i].length) throw new Error('widths differ');
        let s = 0;
        for (let c = 0; c < q[b][i].length; c++) s += q[b][i][c] * k[b][j][c];
        scores.push(mask && mask[b][i][j] === 0 ? -Infinity : s / Math.sqrt(q[b][i].length));
      }
      const top = Math.max(...scores);
      const row = new Array(v[b][0].length).fill(0);
      if (top > -Infinity) {
        const e = scores.map((s) => Math.exp(s - top));
        const total = e.reduce((x, y) => x + y, 0);
        for (let j = 0; j < e.length; j++) {
          for (let c = 0; c < row.length; c++) row[c] += (e[j] / total) * v[b][j][c];
        }
      }
      rows.push(row);
    }
    out.push(rows);
  }
  return out;
}
