export const gradientDescentStep = (w, gradient, learningRate) => {
  const copy = structuredClone(w);
  if (copy.length !== gradient.length) throw Error();
  gradient.forEach((g, i) => void (copy[i] -= learningRate * g));
  return copy;
};
