export const klStandardNormal=(m,l)=>-m.flat().reduce((s,v,i)=>s+0.5*(v*v+Math.exp(l.flat()[i])-1-l.flat()[i]),0)/m.flat().length
