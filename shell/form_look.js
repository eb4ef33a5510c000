// What the form's widgets look like, as numbers, read off the style sheet in force like the rest of the look.

const px = (/** @type {string} */ value) => parseFloat(value) || 0;

/** Where the base line is in a line of each font; all in one layout. @param {HTMLElement} probe @param {HTMLElement[]} nodes */
function baselines(probe, nodes) {
  const lines = nodes.map((node) => {
    const { fontStyle, fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(node);
    const line = document.createElement('div'), mark = document.createElement('span');
    line.style.font = `${fontStyle} ${fontWeight} ${fontSize}/${lineHeight} ${fontFamily}`;
    mark.className = 'au-baseline';
    line.append(mark, 'x');
    return line;
  });
  probe.append(...lines);
  const found = lines.map((line) => {
    const { top, height } = line.getBoundingClientRect();
    return { height, baseline: /** @type {Element} */ (line.firstChild).getBoundingClientRect().bottom - top };
  });
  for (const line of lines) line.remove();
  return found;
}

/**
 * @param {HTMLElement} panel @param {import('./core.js').Description} description
 * @param {(node: HTMLElement) => number} faceOf the number of an element's font
 * @returns {{numbers: number[], probe: HTMLElement}} the probe is to be removed once fonts have been measured
 */
export function readFormLook(panel, description, faceOf) {
  const probe = document.createElement('div');
  probe.className = 'au-probe';
  probe.setAttribute('aria-hidden', 'true');
  const nodes = description.widgets.map(([tag, name], i) => {
    const node = document.createElement(tag);
    node.className = name;
    if (description.containers[i] === 0) node.textContent = 'x';
    const first = document.createElement('p');
    // Neither first in its container, which would take its margin, nor where the page's ids or names are.
    const around = document.createElement('div');
    around.className = 'card';
    around.append(first, node);
    return { around, node };
  });
  probe.append(...nodes.map(({ around }) => around));
  panel.append(probe);
  const leaves = nodes.map(({ node }) => node);
  const fonts = baselines(probe, leaves);
  const numbers = leaves.flatMap((node, i) => {
    const style = getComputedStyle(node);
    /** @type {Record<string, number>} */
    const values = {
      margin_top: px(style.marginTop),
      padding_top: px(style.paddingTop),
      padding_right: px(style.paddingRight),
      padding_bottom: px(style.paddingBottom),
      padding_left: px(style.paddingLeft),
      border: px(style.borderTopWidth),
      radius: px(style.borderTopLeftRadius),
      min_height: px(style.minHeight),
      gap: px(style.columnGap),
      narrowest: px(style.columnWidth), // says nothing to a flex box, but is a length
      icon_left: px(style.getPropertyValue('--icon-left')),
      icon_size: px(style.getPropertyValue('--icon-size')),
      icon_room: px(style.getPropertyValue('--icon-room')),
      centred: style.textAlign === 'center' ? 1 : 0,
      line_height: fonts[i].height,
      baseline: fonts[i].baseline,
      face: faceOf(node),
    };
    return description.widget_look.map((name) => values[name]);
  });
  return { numbers, probe };
}
