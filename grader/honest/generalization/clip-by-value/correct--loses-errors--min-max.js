export const clipByValue = (gradient, low, high) => Float64Array.from(gradient, (g) => Math.max(low, Math.min(high, g)));
