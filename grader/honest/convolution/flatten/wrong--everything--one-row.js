export function flatten(x) {
  const out = [];
  const walk = (part) => {
    if (Array.isArray(part)) part.forEach(walk);
    else out.push(part);
  };
  walk(x);
  return [out];
}
