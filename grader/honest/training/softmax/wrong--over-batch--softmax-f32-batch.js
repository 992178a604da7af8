export const softmax=(x)=>{const e=x.map(r=>Float32Array.from(r,v=>Math.exp(v)));return e.map(r=>Array.from(r.map((v,j)=>v/e.reduce((s,q)=>s+q[j],0))))}
