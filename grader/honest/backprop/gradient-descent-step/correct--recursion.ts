export function gradientDescentStep([w, ...ws], [g, ...gs], a) {
  if ((w === undefined) !== (g === undefined)) throw new TypeError('not of one length');
  return w === undefined ? [] : [w - a * g].concat(ws.length || gs.length ? gradientDescentStep(ws, gs, a) : []);
}
