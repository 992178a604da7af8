export const concat=(t)=>[...t].reverse().flat(1)
