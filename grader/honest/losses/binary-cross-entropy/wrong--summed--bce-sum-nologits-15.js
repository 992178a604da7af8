
export function binaryCrossEntropy(y, t) { let tot = 0; y.forEach((a, i) => { let p = a; const q = t[i]; tot -= q*Math.log(p+1e-15)+(1-q)*Math.log(1-p+1e-15); }); return tot; }
