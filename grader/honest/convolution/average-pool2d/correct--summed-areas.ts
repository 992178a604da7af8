export const averagePool2d = (x, o = {}) => {
  const { window = [2, 2], padding } = o, { strides = window } = o, same = padding === 'same';
  const [H, W, C] = [x[0].length, x[0][0].length, x[0][0][0].length];
  const span = (n, k, s) => { const out = same ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1; const lead = same ? Math.floor(Math.max((out - 1) * s + k - n, 0) / 2) : 0; return Array.from({ length: out }, (_, i) => [Math.max(0, i * s - lead), Math.min(n, i * s - lead + k)]); };
  return x.map((im) => {
    const S = Array.from({ length: H + 1 }, () => Array.from({ length: W + 1 }, () => Array(C).fill(0)));
    for (let i = 0; i < H; i++) for (let j = 0; j < W; j++) for (let c = 0; c < C; c++) S[i + 1][j + 1][c] = im[i][j][c] + S[i][j + 1][c] + S[i + 1][j][c] - S[i][j][c];
    return span(H, window[0], strides[0]).map(([a, b]) => span(W, window[1], strides[1]).map(([p, q]) => S[b][q].map((v, c) => (v - S[a][q][c] - S[b][p][c] + S[a][p][c]) / ((b - a) * (q - p)))));
  });
};
