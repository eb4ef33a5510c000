// Which heights a frame tells the page around. Any number of them while it is made wider and narrower. But a page around may
// answer a height with another width, and that with another height, without end. Such a circle is known by heights
// that come again: a lower one then waits until all rests, and is told a few times only. So a circle ends, and with
// the highest of its heights, where nothing is cut off; who drags a window to and fro gets the right one after a moment.

/** How long all has to rest before a lower height is told again; ms. */
const pause = 250;
/** After so long without a change, what comes has another cause; ms. */
const silence = 2000;
/** How often a height that was told before is told again; how often in a row a page may grow because its frame did. */
const patience = 3;

/** @typedef {{width: number, given: number, height: number}} Look widths and heights in px: the frame's, and the height that its page needs */

export class Heights {
  constructor() {
    this.told = 0;
    /** How often each was told, by width and height. @type {Map<string, number>} */
    this.known = new Map();
    this.grown = 0;
    /** @type {Look} */
    this.last = { width: 0, given: 0, height: 0 };
    this.changed = -Infinity;
  }

  /** Somebody does something: no circle. */
  forget() {
    this.known.clear();
    this.grown = 0;
  }

  /** @param {Look} look @param {number} now ms @returns {'tell' | 'later' | 'keep'} later: it has to rest, so look again */
  judge(look, now) {
    const { width, given, height } = look, { last } = this;
    const isOther = width !== last.width, isGiven = given !== last.given, isNeeded = height !== last.height;
    if (isOther || isGiven || isNeeded) {
      if (now - this.changed > silence) this.forget();
      this.changed = now;
    }
    if (isOther) this.grown = 0;
    else if (isGiven) this.grown = isNeeded ? this.grown + 1 : 0;
    this.last = look;
    if (height === this.told || this.grown >= patience) return 'keep';
    const isLower = height < this.told;
    const key = `${width} ${height}`, times = this.known.get(key) ?? 0;
    if (isLower && times > patience) return 'keep';
    if (isLower && times > 0 && now - this.changed < pause) return 'later';
    this.known.set(key, times + 1);
    this.told = height;
    return 'tell';
  }
}
