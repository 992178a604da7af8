export function momentum(s, g, {learningRate=0.01}={}) { const m = g.map((x,i)=>0.9*s.m[i]+0.1*x); return { m, theta: s.theta.map((w,i)=>w-learningRate*m[i]) }; }
