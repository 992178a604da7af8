const sigmoid = (z) => Math.exp(z) / (Math.exp(z) + 1);

export function lstmGates(x, h, weights) {
  const drive = ({ w, b }, n) => b.map((bias, j) => [...h[n], ...x[n]].reduce((sum, v, i) => sum + v * w[i][j], bias));
  const gates = { forget: [], input: [], candidate: [], output: [] };
  x.forEach((_, n) => {
    for (const name of Object.keys(gates)) {
      gates[name].push(drive(weights[name], n).map(name === 'candidate' ? Math.tanh : sigmoid));
    }
  });
  return gates;
}
