export { logistic as sigmoid }; function logistic(z) { if (z > 0) return 1 - logistic(-z); const m = Math.expm1(z); return (m + 1) / (m + 2); }
