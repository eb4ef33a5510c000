// What Chromium tells assistive technology about a page, as lines of text.

/** Texts are joined below; markers, boxes of lines and their ends are how they are drawn. */
const drawing = ['InlineTextBox', 'ListMarker', 'LineBreak'];
/** What says nothing by itself. */
const silent = ['none', 'generic', 'SvgRoot', 'LabelText'];
/** Properties that people are told of. */
const told = ['checked', 'pressed', 'level', 'disabled', 'required', 'invalid', 'expanded', 'readonly', 'multiline', 'live', 'atomic', 'valuetext', 'hidden'];

/**
 * One line for each node that is exposed, two spaces deeper than what it is in: role, name, states, value, description.
 * Adjacent texts are one.
 * @param {import('playwright-core').CDPSession} cdp
 * @returns {Promise<string[]>}
 */
export async function accessibilityTree(cdp) {
  await cdp.send('Accessibility.enable');
  const { nodes } = /** @type {{nodes: any[]}} */ (await cdp.send('Accessibility.getFullAXTree'));
  await cdp.send('Accessibility.disable');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  let text = '', textDepth = 0;
  const flush = () => {
    const words = text.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ').trim();
    if (words) lines.push(`${'  '.repeat(textDepth)}text "${words}"`);
    text = '';
  };
  const visit = (/** @type {any} */ node, /** @type {number} */ depth) => {
    const role = node.role?.value ?? '', name = String(node.name?.value ?? '');
    if (role === 'LineBreak' && text) text += ' ';
    if (drawing.includes(role)) return;
    if (!node.ignored && role === 'StaticText') {
      if (text && textDepth !== depth) flush();
      textDepth = depth;
      text += name;
      return;
    }
    const isSilent = node.ignored || (silent.includes(role) && !name);
    if (!isSilent) {
      flush();
      const states = (node.properties ?? []).filter((/** @type {any} */ { name: one, value }) => told.includes(one) && !['false', 'off', ''].includes(String(value.value ?? ''))).map((/** @type {any} */ { name: one, value }) => `${one}=${value.value}`).sort();
      const more = [['value', node.value], ['description', node.description]].flatMap(([what, one]) => (one?.value ? [`${what}="${String(one.value).replace(/\s+/g, ' ').trim()}"`] : []));
      lines.push([`${'  '.repeat(depth)}${role}`, ...(name ? [`"${name.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ').trim()}"`] : []), ...states, ...more].join(' '));
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id), isSilent ? depth : depth + 1);
    if (!isSilent) flush();
  };
  if (nodes.length > 0) visit(nodes[0], 0);
  flush();
  return lines;
}
