export const gradientDescentStep = (w: number[], gradient: number[], learningRate: number) => {
  if (w.length - gradient.length) throw new Error('w and gradient');
  return Float64Array.from(w.keys(), (i) => w[i] - gradient[i] * learningRate);
};
