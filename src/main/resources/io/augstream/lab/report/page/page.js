'use strict';
// Draws the curves: two charts of one scale, redrawn whole whenever a switch, the width, the theme or the medium changes.
(() => {
  const COLOURS = 8;
  const HEIGHT = 300;
  const data = JSON.parse(document.getElementById('curve-data').textContent);
  const switches = [...document.querySelectorAll('[data-arm]')];
  const plots = [...document.querySelectorAll('[data-split]')];
  const figures = [...document.querySelectorAll('[name=figure]')];
  const at = document.getElementById('reading-at');
  let charts = [];

  const figure = () => figures.find(radio => radio.checked).value;
  const shown = () => switches.filter(box => box.checked).map(box => Number(box.dataset.arm));
  const scaled = value => value === null ? null : figure() === 'accuracy' ? 100 * value : value;
  const written = value => value === null ? '–' : value.toFixed(figure() === 'accuracy' ? 1 : 2);
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const curve = (arm, split) => data.arms[arm][split + '_' + figure()];

  /** One range for both charts, over what is shown; accuracies end at 0 and 100. */
  function range() {
    let values = shown().flatMap(arm => ['train', 'test'].flatMap(split => {
      const one = curve(arm, split);
      return [...one.mean, ...one.low, ...one.high];
    })).filter(value => value !== null).map(scaled);
    if (figure() === 'accuracy') {
      values = values.map(value => Math.min(100, Math.max(0, value)));
    }
    if (values.length === 0) {
      return [0, 1];
    }
    const least = Math.min(...values);
    const most = Math.max(...values);
    const air = 0.04 * (most - least || 1);
    return [figure() === 'loss' ? Math.max(0, least - air) : least - air, most + air];
  }

  /** What the curves say at an epoch, beside their switches; each at its own last one where the pointer is elsewhere. */
  function read(index) {
    const ends = data.arms.map((_, arm) => curve(arm, 'test').mean.findLastIndex(value => value !== null));
    const elsewhere = index === null || index === undefined;
    const alike = ends.every(end => end === ends[0]);
    at.textContent = (elsewhere && !alike ? 'end of the lines' : 'epoch ' + data.epochs[elsewhere ? ends[0] : index]) + ', train → test';
    switches.forEach(box => {
      const arm = Number(box.dataset.arm);
      const value = split => written(scaled(curve(arm, split).mean[elsewhere ? ends[arm] : index] ?? null));
      box.parentElement.querySelector('.reading').textContent = value('train') + ' → ' + value('test');
    });
  }

  /** Three series an arm: the mean, and the invisible ends of its band. */
  function chart(element, bounds, width) {
    const split = element.dataset.split;
    const series = [{}];
    const bands = [];
    const rows = [data.epochs];
    shown().forEach(arm => {
      const one = curve(arm, split);
      const colour = style('--c' + arm % COLOURS);
      const edge = {stroke: 'transparent', width: 0, points: {show: false}, spanGaps: true};
      const dash = arm < COLOURS ? [] : [7, 4];
      // A line of one epoch is none, and of a few it is good to see which they are.
      const few = one.mean.filter(value => value !== null).length < 6;
      bands.push({series: [series.length + 1, series.length], fill: colour + '24'});
      series.push(edge, edge, {stroke: colour, width: 2, dash, spanGaps: true, points: {show: few, size: 7, fill: colour}});
      rows.push(one.low.map(scaled), one.high.map(scaled), one.mean.map(scaled));
    });
    const axis = {stroke: style('--faint'), grid: {stroke: style('--line'), width: 1}, ticks: {show: false}, font: '12px system-ui, sans-serif'};
    element.replaceChildren();
    element.setAttribute('aria-label', (split === 'train' ? 'Training' : 'Test') + ' ' + figure() + ' by epoch for '
      + shown().map(arm => data.arms[arm].name).join(', ') + '. The last values stand beside the switches.');
    const first = data.epochs[0];
    const last = data.epochs[data.epochs.length - 1];
    return new uPlot({
      width, height: HEIGHT, series, bands,
      legend: {show: false},
      cursor: {sync: {key: 'epochs'}, y: false, points: {show: false}, drag: {x: false, y: false}},
      scales: {x: {time: false, range: () => first === last ? [first - 1, last + 1] : [first, last]}, y: {range: () => bounds}},
      axes: [{...axis, size: 32, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]}, {...axis, size: 44}],
      padding: [10, 12, 0, 0],
      hooks: {setCursor: [u => read(u.cursor.idx)]},
    }, rows, element);
  }

  function draw() {
    charts.forEach(one => one.destroy());
    const bounds = range();
    const printed = document.documentElement.hasAttribute('data-print');
    charts = plots.map(element => chart(element, bounds, printed ? 325 : Math.max(200, element.clientWidth)));
    document.querySelectorAll('.unit').forEach(unit => {
      unit.textContent = figure() === 'accuracy' ? '% right' : 'nats';
    });
    read(null);
  }

  /** On paper: light, two charts side by side, and nothing folded away. */
  function paper(on) {
    document.documentElement.toggleAttribute('data-print', on);
    document.querySelectorAll('details').forEach(details => {
      if (on) {
        details.dataset.was = details.open;
      }
      details.open = on || details.dataset.was === 'true';
    });
    draw();
  }

  [...switches, ...figures].forEach(input => input.addEventListener('change', draw));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('beforeprint', () => paper(true));
  addEventListener('afterprint', () => paper(false));
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width) {
      width = innerWidth;
      draw();
    }
  });
  draw();
})();
