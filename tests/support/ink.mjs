// Where ink is in a picture of a page: pure functions over RGBA pixels. With the line boxes of text-lines.mjs
// they tell whether two ways of drawing a page (tile and plain mode) put the same line in the same place.
// Rectangles are in CSS px of the picture's top left corner; `dpr` is its device pixels per CSS px.

/**
 * @typedef {import('./engines.mjs').Image} Image
 * @typedef {{left: number, top: number, width: number, height: number}} Rect
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box edges in CSS px, with fractions
 * @typedef {readonly [red: number, green: number, blue: number]} Colour
 *
 * @typedef {object} InkOptions
 * @property {number} [dpr]       1 if left out
 * @property {number} [threshold] a pixel is ink if a channel differs from the background by more than this; 24 if left out
 * @property {Colour[]} [background] colours that are background. If left out, the region's median colour:
 *   page, card, dark or light, as long as less than half of the region is ink. A mark behind some words is
 *   ink unless its colour is named here, with that of the page.
 */

/**
 * The box around the ink of each region, or null where there is none. An edge lies within a pixel as far
 * as that pixel is covered: antialiasing that differs by a few levels moves it by as many hundredths.
 * @param {Image} image
 * @param {InkOptions & {regions: Rect[]}} options
 * @returns {(Box | null)[]}
 */
export function inkBoxes(image, options) {
  return options.regions.map((region) => inkBox(image, region, options));
}

/**
 * By how much the farthest edge differs, per line, in CSS px: 0 where both are blank, Infinity where one is.
 * @param {(Box | null)[]} a
 * @param {(Box | null)[]} b
 */
export function compareInk(a, b) {
  if (a.length !== b.length) throw new Error(`${a.length} lines can't be compared with ${b.length}`);
  return a.map((one, i) => {
    const other = b[i];
    if (!one || !other) return one === other ? 0 : Infinity;
    return Math.max(...edges.map((edge) => Math.abs(one[edge] - other[edge])));
  });
}

/** @param {Image} image @param {Rect} rect @param {InkOptions} [options] */
export function isBlank(image, rect, options = {}) {
  return inkBox(image, rect, options) === null;
}

const edges = /** @type {const} */ (['left', 'top', 'right', 'bottom']);

/** @param {Image} image @param {Rect} region @param {InkOptions} options @returns {Box | null} */
function inkBox(image, region, { dpr = 1, threshold = 24, background }) {
  const pixels = wholePixels(image, region, dpr);
  // The strongest difference of each column and row.
  const columns = new Float64Array(Math.max(pixels.right - pixels.left, 0));
  const rows = new Float64Array(Math.max(pixels.bottom - pixels.top, 0));
  const colours = background ?? [median(image, pixels)];
  for (let y = pixels.top; y < pixels.bottom; ++y) {
    for (let x = pixels.left; x < pixels.right; ++x) {
      const difference = Math.min(...colours.map((colour) => distance(image, x, y, colour)));
      if (difference <= threshold) continue;
      columns[x - pixels.left] = Math.max(columns[x - pixels.left], difference);
      rows[y - pixels.top] = Math.max(rows[y - pixels.top], difference);
    }
  }
  const full = columns.reduce((most, one) => Math.max(most, one), 0);
  if (full === 0) return null;
  return {
    left: (pixels.left + firstEdge(columns, full)) / dpr,
    top: (pixels.top + firstEdge(rows, full)) / dpr,
    right: (pixels.right - firstEdge(columns.reverse(), full)) / dpr,
    bottom: (pixels.bottom - firstEdge(rows.reverse(), full)) / dpr,
  };
}

/** @param {Float64Array} differences @param {number} full the difference of a pixel that is all ink */
function firstEdge(differences, full) {
  const first = differences.findIndex((difference) => difference > 0);
  return first + 1 - differences[first] / full;
}

/** The pixels a rectangle touches; half a hundredth is rounding. @param {Image} image @param {Rect} rect @param {number} dpr */
function wholePixels(image, rect, dpr) {
  const down = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(Math.floor(value * dpr + 0.005), 0), most);
  const up = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(Math.ceil(value * dpr - 0.005), 0), most);
  return {
    left: down(rect.left, image.width), top: down(rect.top, image.height),
    right: up(rect.left + rect.width, image.width), bottom: up(rect.top + rect.height, image.height),
  };
}

/** Per channel; unlike the commonest colour it is not led astray by noise. @param {Image} image @param {Box} pixels @returns {Colour} */
function median(image, pixels) {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  for (let y = pixels.top; y < pixels.bottom; ++y) {
    for (let x = pixels.left; x < pixels.right; ++x) {
      const at = (y * image.width + x) * 4;
      for (let channel = 0; channel < 3; ++channel) ++counts[channel][image.data[at + channel]];
    }
  }
  const half = ((pixels.right - pixels.left) * (pixels.bottom - pixels.top)) / 2;
  const middle = (/** @type {Uint32Array} */ levels) => {
    let below = 0;
    return levels.findIndex((count) => (below += count) >= half);
  };
  return [middle(counts[0]), middle(counts[1]), middle(counts[2])];
}

/** @param {Image} image @param {number} x @param {number} y @param {Colour} colour */
function distance(image, x, y, colour) {
  const at = (y * image.width + x) * 4;
  return Math.max(Math.abs(image.data[at] - colour[0]), Math.abs(image.data[at + 1] - colour[1]), Math.abs(image.data[at + 2] - colour[2]));
}
