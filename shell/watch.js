// What happens to the page, told to the core: scrolling, sizes, colours, the pointer, a lost context. No timer, no
// frame of its own; the core asks for one where something changed.

/**
 * @param {object} page
 * @param {HTMLElement} page.sheet
 * @param {import('./layer.js').Layer} page.layer
 * @param {import('./tile.js').Tile} page.tile
 * @param {import('./core.js').Core} page.core
 * @param {import('./modes.js').Modes} page.modes
 * @param {() => void} page.look
 * @param {() => void} page.measured
 * @param {() => void} page.scrolled
 * @param {() => void} page.hide shows the document's own text everywhere
 * @returns {{observe: () => void}} to be called when the layer has other elements
 */
export function watch({ sheet, layer, tile, core, modes, look, measured, scrolled, hide }) {
  const passive = { passive: true };
  const renew = () => {
    look();
    measured();
  };
  addEventListener('scroll', scrolled, passive);
  // Where the sheet lies between device pixels.
  let fraction = tile.fraction();
  addEventListener('resize', () => {
    if (fraction !== tile.fraction()) look();
    fraction = tile.fraction();
    scrolled();
  }, passive);
  // Back from the browser's cache everything may be another size and colour.
  addEventListener('pageshow', (event) => {
    if (event.persisted) renew();
  });

  // The sheet's width and what the document draws itself. Both report once at once, which changes nothing.
  const sizes = new ResizeObserver(measured);
  const observe = () => {
    sizes.disconnect();
    for (const element of [sheet, tile.panel, ...layer.observed()]) sizes.observe(element);
  };
  observe();

  // Colours, sizes, fonts and density. The widths are those of the style sheet.
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)', '(max-width: 599px)', '(max-width: 379px)']) matchMedia(query).addEventListener('change', look);
  let density = tile.density();
  const sharpen = () => {
    if (density === tile.density()) return;
    density = tile.density();
    renew();
  };
  visualViewport?.addEventListener('resize', sharpen, passive);
  visualViewport?.addEventListener('scroll', scrolled, passive);
  const followRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
    sharpen();
    followRatio();
  }, { once: true });
  followRatio();
  // The document shows each font as soon as it is there; others may be long in coming, or never come.
  document.fonts.forEach((face) => { if (face.status !== 'loaded') face.loaded.then(renew, () => {}); });
  document.fonts.addEventListener('loadingdone', renew);

  const both = /** @type {HTMLElement} */ (sheet.parentElement);
  both.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse') return;
    const { left, top } = sheet.getBoundingClientRect();
    core.pointer(event.clientX - left, event.clientY - top);
  }, passive);
  both.addEventListener('pointerleave', () => core.pointerLeft(), passive);

  tile.canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // asks for it back
    tile.forget();
    hide();
    modes.lost();
    core.contextLost();
  });
  tile.canvas.addEventListener('webglcontextrestored', () => {
    core.contextRestored();
    modes.decide();
  });
  return { observe };
}
