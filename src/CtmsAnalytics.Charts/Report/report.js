'use strict';
// Everything stands in the page already; this only hides and sorts what is there. On paper everything is shown again.
// XML tools read the page as well, so that neither a less-than sign nor an ampersand stands here.
(() => {
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // A choice of fiscal years above a table whose rows belong to years.
  document.querySelectorAll('[data-switch="year"]').forEach((host, place) => {
    const rows = [...host.querySelectorAll('tbody[data-year]')];
    const years = [...new Set(rows.map((row) => row.dataset.year))];
    if (2 > years.length) return;
    const field = make('fieldset', { className: 'choice' }, make('legend', { textContent: 'Show' }));
    const show = (year) => rows.forEach((row) => { row.hidden = year !== '' ? row.dataset.year !== year : false; });
    ['', ...years].forEach((year) => {
      const name = rows.find((row) => row.dataset.year === year)?.dataset.name;
      const input = make('input', { type: 'radio', name: `year-${place}`, value: year, checked: year === '' });
      input.addEventListener('change', () => show(year));
      field.append(make('label', {}, input, year === '' ? 'Every year' : name));
    });
    host.before(field);
  });

  // Proposals that a reader can leave out.
  const parts = [...document.querySelectorAll('[data-scenario]')];
  const scenarios = [...new Set(parts.map((part) => part.dataset.scenario))];
  const bar = document.querySelector('[data-names]');
  if (bar ? scenarios.length > 1 : false) {
    const names = JSON.parse(bar.dataset.names);
    const field = make('fieldset', { className: 'choice' }, make('legend', { textContent: 'Proposals' }));
    scenarios.forEach((scenario) => {
      const input = make('input', { type: 'checkbox', checked: true });
      input.addEventListener('change', () => parts.filter((part) => part.dataset.scenario === scenario).forEach((part) => { part.hidden = !input.checked; }));
      field.append(make('label', {}, input, names[scenario] ?? scenario));
    });
    bar.append(field);
  }

  // Tables of one body sort by any column.
  const number = (text) => {
    const amount = Number(text.replace(/[−–]/g, '-').replace(/[$,%+\s]/g, '').replace(/^\((.*)\)$/, '-$1').replace(/people$/, ''));
    return text === '' || Number.isNaN(amount) ? null : amount;
  };
  document.querySelectorAll('table[data-sort]').forEach((table) => {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const button = make('button', { type: 'button', textContent: words(heading.textContent) });
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = heading.getAttribute('aria-sort') !== 'descending';
        headings.forEach((other) => other.removeAttribute('aria-sort'));
        heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        for (const body of table.tBodies) {
          const rows = [...body.rows].filter((row) => !['group', 'total'].includes(row.className));
          const key = (row) => words(row.cells[column].firstChild?.textContent ?? '');
          rows.sort((a, b) => {
            const [x, y] = [number(key(a)), number(key(b))];
            const order = x !== null ? (y !== null ? x - y : 1) : y !== null ? -1 : key(a).localeCompare(key(b));
            return down ? -order : order;
          });
          const total = [...body.rows].find((row) => row.classList.contains('total'));
          rows.forEach((row) => (total ? total.before(row) : body.append(row)));
        }
      });
    });
  });

  // The figures of a mark beside the pointer.
  const tip = make('div', { className: 'tip', hidden: true });
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  const hide = () => { tip.hidden = true; };
  document.querySelectorAll('.chart').forEach((chart) => {
    chart.addEventListener('pointermove', (event) => {
      const mark = event.target.closest('[aria-label]');
      if (!mark || mark.tagName.toLowerCase() === 'svg') return hide();
      tip.textContent = mark.getAttribute('aria-label');
      tip.hidden = false;
      const edge = document.documentElement.clientWidth - tip.offsetWidth - 8;
      tip.style.left = `${Math.max(8, Math.min(event.clientX + 14, edge)) + window.scrollX}px`;
      tip.style.top = `${event.clientY + 16 + window.scrollY}px`;
    });
    chart.addEventListener('pointerleave', hide);
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
})();
