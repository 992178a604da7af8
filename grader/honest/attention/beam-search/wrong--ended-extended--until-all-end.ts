type M=number[][];
type H={tokens:number[],score:number};
const ck=(w:number)=>{if(!Number.isInteger(w)||w<1)throw new RangeError('width');};
const last=(h:H,s:number)=>h.tokens.at(-1)??s;
export const beamSearch=(l:M,start:number,end:number,maxLength:number,width:number)=>{ck(width);let b:H[]=[{tokens:[],score:0}];for(let t=0;t<maxLength;t++){if(t&&b.every(h=>h.tokens.at(-1)===end))break;b=b.flatMap(h=>l[last(h,start)].map((p,i)=>({tokens:[...h.tokens,i],score:h.score+p}))).sort((x,y)=>y.score-x.score).slice(0,width);}return b[0];};
