// Glyphs from the browser: advances by measureText, bitmaps by fillText and getImageData. Kerning is off here and in
// the style sheet, so a text is as wide as the sum of its characters.

/**
 * @typedef {object} Face
 * @property {string} style of the CSS font: style and weight
 * @property {number} size CSS px
 * @property {string} family
 * @property {number} width of `sample` as the document sets it
 */

export const sample = 'Hamburgefonstiv 0123, quick brown fox';

/** Drawn as nothing: soft hyphen, zero-width characters, byte order mark. */
const invisible = new Set([0xAD, 0x200B, 0x2060, 0xFEFF]);
const nothing = { count: 0, box: [0, 0, 0, 0, 0] };

export class Glyphs {
  constructor() {
    this.canvas = document.createElement('canvas');
    const context = this.canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no 2D canvas.');
    this.context = context;
    /** CSS fonts by number, by how much their size is scaled up, and how wide `sample` is in them. @type {{font: string, scale: number, width: number}[]} */
    this.faces = [];
    this.scale = 1;
    /** What the browser rounds the width of a stretch of text up to a multiple of, CSS px; 0: it doesn't. */
    this.runUnit = 0;
    this.dark = false;
    /** @type {Uint8ClampedArray} */
    this.last = new Uint8ClampedArray();
  }

  /** @param {Face[]} faces @param {boolean} dark whether text is light on dark: browsers draw it a little bolder then */
  reset(faces, dark) {
    this.dark = dark;
    // Firefox keeps six bits of a canvas's font size (36.8 px becomes 37), and WebKit may set text in whole pixels at one
    // size and not at another; so each face is measured at the scale at which it is as wide as the document sets it.
    this.faces = faces.map((face) => {
      const tried = [1, 5, 10, 20].map((scale) => {
        const candidate = { font: `${face.style} ${face.size * scale}px ${face.family}`, scale };
        this.set(candidate);
        const width = [...sample].reduce((sum, c) => sum + this.context.measureText(c).width, 0) / scale;
        return { ...candidate, width, error: Math.abs(width - face.width) };
      });
      return tried.find(({ error }) => error < 0.1) ?? tried.reduce((best, one) => (one.error < best.error ? one : best));
    });
    const isRounded = this.faces.every(({ width }, i) => Math.abs(Math.ceil(width * 64 - 0.01) / 64 - faces[i].width) < 0.001);
    this.runUnit = isRounded && this.faces.some(({ width }, i) => faces[i].width - width > 0.002) ? 1 / 64 : 0;
  }

  /** @param {{font: string, scale: number}} face */
  set({ font, scale }) {
    const { context } = this;
    this.scale = scale;
    context.font = font;
    context.fontKerning = 'none';
    context.textRendering = 'geometricPrecision';
  }

  /** @param {number} face */
  use(face) { this.set(this.faces[face]); }

  /** @param {number} face @param {number} codePoint */
  advance(face, codePoint) {
    if (codePoint < 0x20 || invisible.has(codePoint)) return 0;
    this.use(face);
    return this.context.measureText(String.fromCodePoint(codePoint)).width / this.scale;
  }

  /** @param {number} face @returns {Float32Array} */
  advances(face) {
    this.use(face);
    return Float32Array.from({ length: 128 }, (_, c) => (c < 0x20 || c === 0x7F ? 0 : this.context.measureText(String.fromCharCode(c)).width / this.scale));
  }

  /** @param {number} face @param {number} codePoint @param {number} density @param {number} phase quarters of a device pixel */
  rasterise(face, codePoint, density, phase) {
    if (codePoint <= 0x20 || codePoint === 0xA0 || invisible.has(codePoint)) return nothing;
    const text = String.fromCodePoint(codePoint);
    this.use(face);
    // Some glyphs reach out of the box they say they have.
    for (let margin = 1; margin <= 64; margin *= 8) {
      const glyph = this.draw(text, density / this.scale, phase, margin, face);
      if (!glyph || !touchesEdge(this.last, glyph[2], glyph[3])) return this.finish(glyph);
    }
    return this.finish(this.draw(text, density / this.scale, phase, 64, face));
  }

  /**
   * Leaves its pixels in `last`.
   * @param {string} text @param {number} zoom @param {number} phase @param {number} margin device px @param {number} face
   * @returns {number[] | null} left, top, width, height
   */
  draw(text, zoom, phase, margin, face) {
    const size = this.context.measureText(text);
    const left = Math.floor(-size.actualBoundingBoxLeft * zoom) - margin;
    const top = Math.floor(-size.actualBoundingBoxAscent * zoom) - margin;
    const width = Math.ceil(size.actualBoundingBoxRight * zoom) + 1 + margin - left;
    const height = Math.ceil(size.actualBoundingBoxDescent * zoom) + margin - top;
    if (!(width > 0 && height > 0) || width > 2048 || height > 2048) return null;
    if (this.canvas.width < width || this.canvas.height < height) {
      this.canvas.width = Math.max(this.canvas.width, width, 256);
      this.canvas.height = Math.max(this.canvas.height, height, 256);
      this.use(face);
    }
    const { context } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(zoom, 0, 0, zoom, -left + phase / 4, -top);
    context.fillStyle = this.dark ? '#fff' : '#000';
    context.fillText(text, 0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.last = context.getImageData(0, 0, width, height).data;
    return [left, top, width, height];
  }

  /** @param {number[] | null} box */
  finish(box) {
    if (!box) return nothing;
    const coloured = hasColour(this.last, this.dark ? 255 : 0);
    if (!coloured) {
      for (let i = 0; i < this.last.length; i += 4) this.last[i] = this.last[i + 1] = this.last[i + 2] = 255;
    }
    return { count: box[2] * box[3], box: [...box, coloured ? 1 : 0] };
  }

  pixels() { return this.last; }
}

/** @param {Uint8ClampedArray} pixels @param {number} width @param {number} height */
function touchesEdge(pixels, width, height) {
  for (let x = 0; x < width; ++x) {
    if (pixels[x * 4 + 3] || pixels[((height - 1) * width + x) * 4 + 3]) return true;
  }
  for (let y = 0; y < height; ++y) {
    if (pixels[y * width * 4 + 3] || pixels[(y * width + width - 1) * 4 + 3]) return true;
  }
  return false;
}

/** Emoji bring colours of their own. @param {Uint8ClampedArray} pixels @param {number} ink grey level that was drawn with */
function hasColour(pixels, ink) {
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] > 64 && Math.max(Math.abs(pixels[i] - ink), Math.abs(pixels[i + 1] - ink), Math.abs(pixels[i + 2] - ink)) > 40) return true;
  }
  return false;
}
