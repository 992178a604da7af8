export const sigmoid = (z) => z < 0 ? Math.exp(z - Math.log1p(Math.exp(z))) : Math.exp(-Math.log1p(Math.exp(-z)));
