// The tile: the canvas, an absolutely placed piece of the document that scrolls with it. It is moved and drawn anew
// only when the view comes near its edge.

/** Room beside the text for what sticks out of it (list markers stay inside, italics don't quite). */
const overhang = 8;
/** Canvases beyond this are refused by some phones. */
const largestSide = 8192, largestArea = 16_000_000;
/** As high as a band gets, in windows: what is in view, and two more in all (k_tile_overscan in src/app/tile.h). */
const windows = 3;

export class Tile {
  /** @param {HTMLElement} sheet @param {HTMLElement} panel */
  constructor(sheet, panel) {
    this.sheet = sheet;
    this.panel = panel;
    /** What of the window is in sight, where the page is in a frame. @type {(() => [number, number]) | null} */
    this.seen = null;
    this.canvas = document.createElement('canvas');
    this.canvas.id = 'canvas'; // SDL's name for it
    this.canvas.setAttribute('aria-hidden', 'true');
    // WebKit paints what is selected or found as an opaque box without words: there the tile lies above the layer. And
    // it may show what was painted a frame or two after it has moved the canvas.
    this.isLate = navigator.vendor.startsWith('Apple');
    this.canvas.classList.toggle('au-above', this.isLate);
    this.moves = 0;
    sheet.prepend(this.canvas);
  }

  /** Device pixels per CSS pixel, pinch zoom included: in halves, so that a pinch doesn't lay out at every touch. */
  density() { return devicePixelRatio * Math.min(Math.max(Math.ceil((visualViewport?.scale ?? 1) * 2 - 0.05) / 2, 1), 4); }

  /** How far the sheet's left edge is from a whole device pixel; the canvas lies on one. */
  fraction() { return ((this.sheet.getBoundingClientRect().left + scrollX) * devicePixelRatio) % 1; }

  /** How high the canvas may be, CSS px. */
  highest() {
    const density = this.density();
    const wide = (this.reach() + 2 * overhang) * density;
    return Math.min(largestSide, largestArea / wide) / density - 1;
  }

  /** From the sheet's left edge to where the rightmost text may end, CSS px. */
  reach() { return Math.max(this.sheet.getBoundingClientRect().right, this.panel.getBoundingClientRect().right) - this.sheet.getBoundingClientRect().left; }

  /** Where the panel stands: from the sheet's left edge (0: below it), its width, and the distance if below. @returns {[number, number, number]} */
  panelPlace() {
    const sheet = this.sheet.getBoundingClientRect(), panel = this.panel.getBoundingClientRect();
    return panel.left > sheet.left + 1 ? [panel.left - sheet.left, panel.width, 0] : [0, panel.width, panel.top - sheet.bottom];
  }

  /**
   * How high the canvas is made for a band. In WebKit a canvas that gets another size is seen empty at once, before the
   * document's texts are seen again. So there it has from the start the height of any band to come; its box, which is
   * as high as the band, shows the lower part (see aushang.css), where WebGL has its origin.
   * @param {number} height the band's, CSS px
   */
  roomFor(height) {
    if (!this.isLate) return height;
    const [from, to] = this.window();
    return Math.max(height, Math.min(windows * (to - from), this.highest()));
  }

  /** @returns {[number, number]} what of the window is seen, its own CSS px */
  window() { return this.seen?.() ?? [0, innerHeight]; }

  /** What of the sheet is in the window. @returns {[number, number]} CSS px from the sheet's upper edge */
  view() {
    const { top } = this.sheet.getBoundingClientRect();
    const zoomed = visualViewport && visualViewport.scale > 1 ? visualViewport : null;
    const [from, to] = zoomed ? [zoomed.offsetTop, zoomed.offsetTop + zoomed.height] : this.window();
    return [from - top, to - top];
  }

  /**
   * Calls `reveal` when what is painted now is sure to be seen; until then the document shows its own text. At once
   * where canvas and document are always shown together.
   * @param {() => void} hide @param {() => void} reveal
   */
  whenShown(hide, reveal) {
    const move = ++this.moves;
    if (!this.isLate) {
      reveal();
      return;
    }
    hide();
    this.canvas.style.opacity = '0';
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (move !== this.moves) return; // moved again, or the page is plain by now
      this.canvas.style.opacity = '';
      reveal();
    }));
  }

  /** What waits to be shown isn't wanted any more. */
  forget() { ++this.moves; }

  /**
   * Puts the canvas over a band of the sheet, on whole device pixels of the document.
   * @param {number} top @param {number} bottom
   * @returns {number[]} left, top, width, height on the sheet, and density
   */
  place(top, bottom) {
    const ratio = devicePixelRatio, density = this.density();
    const at = this.sheet.getBoundingClientRect();
    const whole = (/** @type {number} */ edge, /** @type {number} */ origin) => Math.floor((origin + edge) * ratio) / ratio - origin;
    const left = whole(-overhang, at.left + scrollX), up = whole(top, at.top + scrollY);
    const width = Math.ceil((this.reach() + 2 * overhang) * ratio) / ratio, height = Math.ceil((bottom - up) * ratio) / ratio;
    const { style } = this.canvas;
    style.transform = `translate(${left}px, ${up}px)`; // with left and top it would count as a layout shift
    style.width = `${width}px`;
    style.height = `${height}px`;
    const deviceWidth = Math.round(width * density), deviceHeight = Math.round(this.roomFor(height) * density);
    if (this.canvas.width !== deviceWidth) this.canvas.width = deviceWidth;
    if (this.canvas.height !== deviceHeight) this.canvas.height = deviceHeight;
    return [left, up, width, height, density];
  }
}
