/**
 * The script of the page of a class: search, filters and sorting for the table of students. The controls are hidden until it
 * runs, since the page says everything without it. It makes no markup and sends nothing; the page allows it by its hash.
 */
export const FILTER_SCRIPT = `
(() => {
  const form = document.querySelector('.filters');
  const bodies = [...document.querySelectorAll('table.students tbody')];
  if (!form || bodies.length === 0) return;
  const sizes = bodies.map((body) => body.rows.length);
  const rows = bodies.flatMap((body) => [...body.rows]).map((row, place) => {
    const words = (name) => (row.dataset[name] || '').split(' ').filter((word) => word !== '');
    const link = row.querySelector('a[href^="#student-"]');
    return {
      row,
      place,
      article: link ? document.getElementById(link.getAttribute('href').slice(1)) : null,
      text: row.cells[0].textContent.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase(),
      points: 'points' in row.dataset ? Number(row.dataset.points) : -1,
      verdicts: words('verdicts').map((word) => word.split(':')),
      misconceptions: words('misconceptions'),
      section: row.dataset.section || '',
    };
  });
  const control = (name) => form.elements[name];
  const value = (name) => (control(name) ? control(name).value : '');
  const orders = {
    name: (a, b) => a.place - b.place,
    up: (a, b) => a.points - b.points || a.place - b.place,
    down: (a, b) => b.points - a.points || a.place - b.place,
  };
  const hasVerdict = (item, exercise, verdict) => {
    const of = item.verdicts.filter(([name]) => exercise === '' || name === exercise);
    if (verdict === '') return exercise === '' || of.length > 0;
    return of.some(([, status]) => status === verdict);
  };
  const apply = () => {
    const search = value('search').normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase().trim();
    const [verdict, exercise, section, misconception] = ['verdict', 'exercise', 'section', 'misconception'].map(value);
    let shown = 0;
    for (const item of rows) {
      const isShown =
        item.text.includes(search) &&
        hasVerdict(item, exercise, verdict) &&
        (section === '' || item.section === section) &&
        (misconception === '' || item.misconceptions.includes(misconception));
      item.row.hidden = !isShown;
      if (item.article) item.article.hidden = !isShown;
      if (isShown) shown += 1;
    }
    const sorted = [...rows].sort(orders[value('order')]);
    let from = 0;
    bodies.forEach((body, i) => {
      body.append(...sorted.slice(from, from + sizes[i]).map(({ row }) => row));
      from += sizes[i];
    });
    form.querySelector('output').textContent = shown + ' of ' + rows.length + ' shown';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  form.hidden = false;
  apply();
})();
`;
