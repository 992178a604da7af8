export const gradientDescentStep = (w, gradient, learningRate) => {
  if (w.length !== gradient.length) throw Error();
  for (let i = 0; i < w.length; i++) w[i] -= learningRate * gradient[i];
  return w;
};
