function cost(prediction, target) {
  let total = 0;
  for (let k = 0; k < target.length; k++) {
    const error = target[k] - prediction[k];
    total += error * error;
  }
  return total / 2;
}

export function meanSquaredError(y, t) {
  if (y.length !== t.length) throw new Error('number of samples');
  let sum = 0;
  for (let n = 0; n < y.length; n++) {
    if (y[n].length !== t[n].length) throw new Error('number of outputs');
    sum += cost(y[n], t[n]);
  }
  return sum / y.length;
}
