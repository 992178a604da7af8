export const glorotUniform = (u, i, o) => { const sigma = Math.sqrt(2 / (i + o)); return u.map((r) => r.map((x) => (x - 0.5) * 2 * Math.sqrt(3) * sigma)); };
