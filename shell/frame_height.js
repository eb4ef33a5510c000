// The height of a page in another one's frame, told when it has changed: by what is in it, or as the frame was made wider or
// narrower. shell/heights.js decides which heights.
import { Heights } from './heights.js';

const root = document.documentElement;

export class FrameHeight {
  /** @param {(height: number) => void} tell */
  constructor(tell) {
    this.tell = tell;
    /** @type {Heights | null} */
    this.heights = null;
    this.around = 0; // width of the window around
    this.queued = 0;
    this.sizes = new ResizeObserver(() => this.look());
    for (const type of ['pointerdown', 'keydown', 'input']) addEventListener(type, () => this.heights?.forget(), { capture: true, passive: true });
    addEventListener('resize', () => this.look(), { passive: true });
  }

  /** Whether the page around wants to be told: the first one at once. @param {boolean} wanted */
  follow(wanted) {
    this.sizes.disconnect();
    this.heights = wanted ? new Heights() : null;
    if (wanted) this.sizes.observe(root);
  }

  /** The window around has this width, as somebody wants. @param {number} width */
  windowIs(width) {
    if (width === this.around) return;
    this.around = width;
    this.heights?.forget();
    this.look();
  }

  look() {
    this.queued ||= requestAnimationFrame(() => {
      this.queued = 0;
      if (!this.heights) return;
      const height = Math.ceil(root.getBoundingClientRect().height);
      const verdict = this.heights.judge({ width: innerWidth, given: innerHeight, height }, performance.now());
      if (verdict === 'tell') this.tell(height);
      if (verdict === 'later') this.look();
    });
  }
}
