export const positionalEncoding = (length, width) =>
  Array.from({ length }, (_, p) =>
    Array.from({ length: Math.max(0, width) }, (_, j) => {
      const a = p / 10000 ** ((2 * (j >> 1)) / width);
      return j % 2 ? Math.cos(a) : Math.sin(a);
    }),
  );
