// Pictures of what the browser composes while a page scrolls, and whether ink and document are together in each.
import { PNG } from 'pngjs';
import { adopt } from './spy.mjs';

/** @typedef {import('./engines.mjs').Image} Image */

/**
 * Bars that the document paints beside its own texts, to compare the ink with: one colour for headings, one for
 * paragraphs, and one for all else, which only shows how far the document has been painted. Text that the document
 * draws itself is green, what the tile draws is not.
 */
export const bars = `
  #au-posting .posting :is(h2, p, li) { position: relative; }
  #au-posting > :is(h1, .facts)::before, #au-posting .posting :is(h2, p, li)::before { content: ''; position: absolute; left: -14px; top: 0; bottom: 0; width: 5px; background: #f0f000; }
  #au-posting .posting li::before { left: -36px; }
  #au-posting .posting li li::before { left: -62px; }
  #au-posting .posting p::before { background: #00f0ff; }
  #au-posting .posting h2::before { background: #ff00ff; }
  #au-posting .posting :is(h2, p) { color: #00b000; }
`;

/**
 * Frames composed while something is done. Chromium takes a picture of each it can send in time.
 * @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} cdp
 * @param {() => Promise<unknown>} during
 * @returns {Promise<Image[]>}
 */
export async function framesWhile(page, cdp, during) {
  /** @type {string[]} */
  const sent = [];
  const keep = (/** @type {{data: string, sessionId: number}} */ frame) => {
    sent.push(frame.data);
    cdp.send('Page.screencastFrameAck', { sessionId: frame.sessionId }).catch(() => {});
  };
  cdp.on('Page.screencastFrame', keep);
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await during();
  await cdp.send('Page.stopScreencast');
  cdp.off('Page.screencastFrame', keep);
  return sent.map((data) => PNG.sync.read(Buffer.from(data, 'base64')));
}

/** As far as bars are apart at most, CSS px; what is farther is not the next one. */
const farthest = 45;

/** @param {import('playwright-core').Page} page */
export const paintBars = (page) => page.evaluate(adopt, bars);

/**
 * For the bar of each heading and paragraph that is wholly in sight: where the ink beside it begins and whether it is the
 * tile's. While it scrolls only where the bars before and after it are painted, too: what a browser has painted may end
 * anywhere then, even between a paragraph's bar and its text.
 * @param {Image} image @param {number} column x of the bars, device px
 * @param {number} below where the posting goes out of sight, device px: at the upper edge of what is fixed to the foot
 *   of the window (`sightEnds` of tile_page.mjs)
 * @param {{scrolls?: boolean}} [how] scrolls: the image was composed while something scrolled; others are painted whole
 * @returns {{kind: 'heading' | 'paragraph', top: number, height: number, ink: number | null, by: 'tile' | 'document' | 'both' | 'nobody'}[]}
 */
export function barsAndInk(image, column, below, { scrolls = false } = {}) {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => (y * image.width + x) * 4;
  const kindAt = (/** @type {number} */ y) => {
    const [r, g, b] = image.data.subarray(at(column, y), at(column, y) + 3);
    if (r > 200 && g < 60 && b > 200) return 'heading';
    if (r > 200 && g > 200 && b < 60) return 'else';
    return r < 60 && g > 200 && b > 200 ? 'paragraph' : null;
  };
  /** @type {{kind: ReturnType<typeof kindAt>, top: number, end: number}[]} */
  const all = [];
  for (let y = 0, end; y < below; y = end) {
    const kind = kindAt(y);
    for (end = y + 1; end < below && kindAt(end) === kind;) ++end;
    if (kind) all.push({ kind, top: y, end });
  }
  /** @type {ReturnType<typeof barsAndInk>} */
  const found = [];
  all.forEach(({ kind, top, end }, i) => {
    const [before, next] = [all[i - 1], all[i + 1]];
    const isPainted = scrolls ? before && next && top - before.end <= farthest && next.top - end <= farthest : top > 0 && end < below;
    if (isPainted && (kind === 'heading' || kind === 'paragraph')) found.push({ kind, top, height: end - top, ...inkBeside(image, column + 12, top - 6, Math.min(end + 6, below)) });
  });
  return found;
}

/** @param {Image} image @param {number} from x @param {number} top @param {number} bottom @returns {{ink: number | null, by: 'tile' | 'document' | 'both' | 'nobody'}} */
function inkBeside(image, from, top, bottom) {
  let first = null, tile = 0, own = 0;
  for (let y = Math.max(top, 0); y < Math.min(bottom, image.height); ++y) {
    for (let x = from; x < Math.min(from + 200, image.width); ++x) {
      const at = (y * image.width + x) * 4;
      const [r, g, b] = image.data.subarray(at, at + 3);
      if (g > 150 && r > 150) continue; // paper, and the paler edges of letters
      first ??= y;
      if (g > r + 60 && g > b + 60) ++own;
      else if (g < 110) ++tile;
    }
  }
  return { ink: first, by: own > 20 && tile > 20 ? 'both' : own > 20 ? 'document' : tile > 20 ? 'tile' : 'nobody' };
}
