const sp=(z:number)=>Math.max(z,0)+Math.log1p(Math.exp(-Math.abs(z)));
const mean=(a:number[])=>a.reduce((x,y)=>x+y,0)/a.length;
const sg=(z:number)=>1/(1+Math.exp(-z));
type O={saturating?:boolean};
export const ganGeneratorLoss=(fake:number[],{saturating=false}:O={})=>saturating?mean(fake.map(z=>Math.log(Math.max(1-sg(z),1e-16)))):mean(fake.map(z=>sp(-z)));
