// Whether two pictures are the same, as far as two ways of drawing can be: pure functions over RGBA pixels.

/** @typedef {import('./engines.mjs').Image} Image */

/**
 * The pixels for which the other picture has none that is alike nearby: of the edges of letters and lines, which each way
 * of drawing rounds and smooths on its own, there are none; of a line that only one picture has, or of another colour, all.
 * @param {Image} a @param {Image} b as large @param {{reach: number, levels: number}} tolerance reach: px to each side; levels:
 *   of 255, by which each channel may differ
 * @returns {{x: number, y: number}[]} of both pictures
 */
export function strangers(a, b, { reach, levels }) {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} × ${a.height} px can't be compared with ${b.width} × ${b.height}`);
  const found = [], { width, height } = a;
  const isNear = (/** @type {Image} */ one, /** @type {Image} */ other, /** @type {number} */ x, /** @type {number} */ y) => {
    const at = (y * width + x) * 4;
    for (let v = Math.max(y - reach, 0); v <= Math.min(y + reach, height - 1); ++v) {
      for (let u = Math.max(x - reach, 0); u <= Math.min(x + reach, width - 1); ++u) {
        const there = (v * width + u) * 4;
        if (Math.abs(one.data[at] - other.data[there]) <= levels && Math.abs(one.data[at + 1] - other.data[there + 1]) <= levels && Math.abs(one.data[at + 2] - other.data[there + 2]) <= levels) return true;
      }
    }
    return false;
  };
  for (let y = 0, at = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x, at += 4) {
      if (a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] && a.data[at + 2] === b.data[at + 2]) continue;
      if (!isNear(a, b, x, y) || !isNear(b, a, x, y)) found.push({ x, y });
    }
  }
  return found;
}
