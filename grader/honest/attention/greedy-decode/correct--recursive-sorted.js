const ranked = (row) => row.map((p, token) => ({ p, token })).sort((a, b) => b.p - a.p || a.token - b.token);

export const greedyDecode = (logProbabilities, start, end, maxLength) => {
  const row = logProbabilities[start];
  if (row === undefined) throw new Error(`no token ${start}`);
  const [{ token }] = ranked(row);
  if (token === end || maxLength === 1) return [token];
  return [token, ...greedyDecode(logProbabilities, token, end, maxLength - 1)];
};
