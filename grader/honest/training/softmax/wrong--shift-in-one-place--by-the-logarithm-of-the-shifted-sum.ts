const logSum = (row, m) => Math.log(row.map((z) => Math.exp(z - m)).reduce((a, b) => a + b));
export const softmax = (logits) => logits.map((row) => row.map((z) => Math.exp(z - logSum(row, Math.max(...row)))));
