const total = (rows: number[][]): number[] => { if (rows.length === 1) return rows[0]; const h = rows.length >> 1, [a, b] = [total(rows.slice(0, h)), total(rows.slice(h))]; return a.map((v, i) => v + b[i]); };
export const batchGradient = (sampleGradients: number[][]) => total(sampleGradients).map((v) => v / sampleGradients.length);
