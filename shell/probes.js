// Start-up questions to the browser: would the tile show what the reader is meant to see?

const sample = 'Hamburgefonstiv 0123';

/** Privacy modes answer getImageData with noise or stripes. @returns {boolean} */
export function canvasIsDisturbed() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return true;
  context.fillStyle = '#c86432';
  context.fillRect(0, 0, 32, 16);
  const { data } = context.getImageData(0, 0, 32, 32);
  for (let i = 0; i < data.length; i += 4) {
    const wanted = i < data.length / 2 ? [0xC8, 0x64, 0x32, 255] : [0, 0, 0, 0];
    if (wanted.some((value, channel) => data[i + channel] !== value)) return true;
  }
  return false;
}

/**
 * Watches a hidden line of known size. Where it is wider than it should be, the reader's own smallest text size or
 * spacing is in force, which only the document follows.
 */
export class TextSettings {
  /** @param {HTMLElement} parent @param {(own: boolean) => void} changed */
  constructor(parent, changed) {
    const line = document.createElement('p'); // what style sheets for spacing are written for
    line.className = 'au-sample';
    line.setAttribute('aria-hidden', 'true');
    line.textContent = sample;
    parent.append(line);
    this.line = line;
    this.context = document.createElement('canvas').getContext('2d');
    new ResizeObserver(() => changed(this.inForce())).observe(line);
  }

  /** @returns {number} its width by the canvas, which knows no settings; anew each time, as fonts may come later */
  expected() {
    const { context } = this;
    if (!context) return 0;
    const { fontFamily } = getComputedStyle(this.line);
    context.font = `10px ${fontFamily}`;
    context.fontKerning = 'none';
    context.textRendering = 'geometricPrecision';
    return context.measureText(sample).width;
  }

  /** @returns {boolean} */
  inForce() {
    const { width, height } = this.line.getBoundingClientRect();
    return Math.abs(width - this.expected()) > 1.5 || Math.abs(height - 12) > 1;
  }
}
