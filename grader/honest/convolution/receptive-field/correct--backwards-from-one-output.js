const positive = (n) => Number.isInteger(n) && n > 0;

export const receptiveField = (layers) =>
  [...layers].reverse().reduce((needed, { kernel, stride, dilation }) => {
    if (![kernel, stride, dilation].every(positive)) throw new Error('kernel, stride and dilation must be positive integers');
    return (needed - 1) * stride + dilation * (kernel - 1) + 1;
  }, 1);
