export function sigmoidDerivative(z: number) { const sech = 1 / Math.cosh(z / 2); return (sech * sech) / 4; }
