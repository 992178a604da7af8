import { sigmoid, dot } from './helpers.js';

export function lstmCell(x, state, weights) {
  const h = [];
  const c = [];
  x.forEach((features, sample) => {
    const input = [...state.h[sample], ...features];
    const gate = ({ w, b }) => b.map((bias, unit) => sigmoid(bias + dot(input, w.map((row) => row[unit]))));
    const forget = gate(weights.forget);
    const write = gate(weights.input);
    const candidate = gate(weights.candidate);
    const read = gate(weights.output);
    c[sample] = forget.map((f, unit) => f * state.c[sample][unit] + write[unit] * candidate[unit]);
    h[sample] = read.map((o, unit) => o * Math.tanh(c[sample][unit]));
  });
  return { h, c };
}
