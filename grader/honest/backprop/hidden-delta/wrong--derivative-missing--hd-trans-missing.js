export function hiddenDelta(n,w,d){return d.map((z,i)=>{let s=0;for(let k=0;k<n.length;k++)s+=(w[k]||[])[i]*n[k];return s})}
