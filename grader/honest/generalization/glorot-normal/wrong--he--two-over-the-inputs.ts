export const glorotNormal = (random, fanIn) => {
  const deviation = Math.sqrt(2 / fanIn);
  return random.map((row) => row.map((z) => z * deviation));
};
