// The walk for "one ink": through a whole page, window by window, from top to bottom. Each thing that is to be read or
// used is seen exactly once, by the tile or by the document; nothing lies on something else, is cut off, or is beyond what
// it stands in. By computation in any engine (one_ink_page.mjs), and in Chromium also by pixels: of a picture of the tile
// alone and one of the document alone, each thing has ink in exactly one.
import { isDeepStrictEqual } from 'node:util';
import { PNG } from 'pngjs';
import { inkBoxes } from './ink.mjs';
import { install } from './one_ink_page.mjs';
import { sample } from './project.mjs';

/** @typedef {import('./one_ink_page.mjs').Leaf} Leaf */
/** @typedef {import('./one_ink_page.mjs').OneInk} OneInk */
/** @typedef {import('./engines.mjs').Image} Image */

/**
 * @typedef {object} Sight
 * @property {number} from what of the page is in sight, px of its own window
 * @property {number} to
 * @property {number} left where that window's corner is in the picture, CSS px
 * @property {number} top
 *
 * @typedef {object} Walked a page to walk through
 * @property {<A, T>(work: (argument: A) => T, argument: A) => Promise<Awaited<T>>} inPage runs a function there
 * @property {(width: number, height: number) => Promise<unknown>} resize
 * @property {(y: number) => Promise<Sight>} scroll brings that line of the page to the window's upper edge, and waits until it is drawn
 * @property {() => Promise<{image: Image, dpr: number}>} [picture] of the window
 * @property {(x: number, y: number) => Promise<void>} [point] with the mouse
 */

/**
 * @template {keyof OneInk} Name
 * @param {Walked} walked @param {Name} name @param {Parameters<OneInk[Name]>} given
 * @returns {Promise<Awaited<ReturnType<OneInk[Name]>>>}
 */
const ask = (walked, name, ...given) => walked.inPage(([what, values]) => /** @type {any} */ (window).oneInk[/** @type {string} */ (what)](...values), /** @type {const} */ ([name, given]));

/** As high as most things are: what one screenful shows in part, the next shows whole. CSS px. */
const overlap = 60;
/** Computed shares of ink below and above which something isn't seen at all, or as it should be. */
const hardly = 0.02, fully = 0.98;
/** A light frame between two pixels differs less than letters do from what is around it, but more than a card does from paper. */
const faint = 9;

/**
 * What lies across the tile's edge the document shows as a whole, and the tile up to there, in the same place: so nothing
 * of it is missing when somebody scrolls faster than the tile follows.
 * @param {Leaf} leaf @returns {string} what is wrong with it, or nothing
 */
function judge({ name, document, tile, across, covered }) {
  if (covered) return `${name} is seen by nobody: ${covered} of the document hides the tile`;
  if (document > hardly && tile !== 'none' && !across) return `${name} is seen twice`;
  if (document < fully && tile !== 'all') return `${name} is seen by nobody${document > hardly ? `, or hardly: ${Math.round(document * 100)} % of its ink` : ''}`;
  return '';
}

/** @param {Walked} walked @param {Leaf[]} found @param {Sight} sight */
async function judgePixels(walked, found, sight) {
  const whole = found.filter((leaf) => leaf.whole && !leaf.across);
  const regions = whole.map(({ box }) => ({ left: box.left + sight.left, top: box.top + sight.top, width: box.right - box.left, height: box.bottom - box.top }));
  const inkOf = async (/** @type {'tile' | 'document'} */ which) => {
    await ask(walked, 'alone', which, sight.from);
    for (let tries = 0; tries < 50; ++tries) { // a picture may still show what was there before
      const { image, dpr } = await /** @type {NonNullable<Walked['picture']>} */ (walked.picture)();
      const x = Math.ceil((sight.left + 1) * dpr), y = Math.ceil((sight.top + sight.from + 1) * dpr), spot = image.data.subarray((y * image.width + x) * 4);
      if (spot[0] === (which === 'tile' ? 255 : 0) && spot[2] === 255 && spot[1] === 255 - spot[0]) return whole.map(({ kind }, i) => inkBoxes(image, { regions: [regions[i]], dpr, threshold: kind === 'edge' ? faint : undefined })[0] !== null);
    }
    throw new Error(`no picture shows the ${which} alone`);
  };
  const [onTile, inDocument] = [await inkOf('tile'), await inkOf('document')];
  await ask(walked, 'alone', '');
  return whole.flatMap(({ name, over }, i) => {
    const [tile, own] = [onTile[i] && !over, inDocument[i]]; // over: it hides what the tile shows below it
    return tile === own ? [`${name} is seen ${own ? 'twice' : 'by nobody'}, in pixels`] : [];
  });
}

/**
 * Walks through the page as it is now.
 * @param {Walked} walked
 * @param {{where: string, pixels?: (stop: number, stops: number) => boolean}} how where: what window and state that is, for people; pixels: at
 *   which screenfuls pictures are taken
 * @returns {Promise<{faults: string[], seen: number, pictures: number}>} seen: how many things
 */
export async function walk(walked, { where, pixels = () => false }) {
  /** @type {Map<string, string>} */
  const faults = new Map();
  /** @type {Set<string>} */
  const seen = new Set();
  let pictures = 0;
  const note = (/** @type {string} */ fault, /** @type {string} */ at) => { if (fault && !faults.has(fault)) faults.set(fault, `${fault} (${where}${at})`); };

  const first = await walked.scroll(0), { height, bottom, state } = await ask(walked, 'extent');
  if (state !== 'ready') note(`the page is ${state}`, '');
  const room = Math.min(bottom, first.to - first.from);
  const last = Math.max(0, Math.ceil(height) - (first.to - first.from)), step = Math.max(room - overlap, 100), stops = Math.ceil(last / step) + 1;
  for (let stop = 0; stop < stops; ++stop) {
    const y = Math.min(stop * step, last), at = `, at ${y} px`;
    const sight = stop === 0 ? first : await walked.scroll(y);
    const found = await ask(walked, 'leaves', sight.from, sight.to);
    for (const leaf of found) seen.add(`${leaf.kind} ${leaf.name}`), note(judge(leaf), at);
    if (!walked.picture || !pixels(stop, stops)) continue;
    ++pictures;
    for (const fault of await judgePixels(walked, found, sight)) note(fault, at);
  }
  for (const fault of await ask(walked, 'misplaced')) note(fault, '');
  for (const { name, document } of await ask(walked, 'focused')) if (document < fully) note(`${name} is seen by nobody while it has the focus`, '');
  return { faults: [...faults.values()], seen: seen.size, pictures };
}

/** What can look otherwise while it is pointed at, one of each. */
const pointed = ['.posting .mark', '.posting a:not(.mark)', '.facts a', '.f-option', '.f-chip', '.f-quiet-chip', '.f-why', '.f-summary', '.f-link', '.f-text-button', '.f-field', '.f-main-button', '.f-button'];

/**
 * Points at one thing of each kind, and follows links within the page, one in three or all where everything is wanted: what
 * is pointed at or led to may look otherwise.
 * @param {Walked} walked @param {string} where @returns {Promise<{faults: string[], tried: number}>}
 */
export async function pointAndFollow(walked, where) {
  const faults = new Set();
  let tried = 0;
  const look = async (/** @type {string} */ how) => {
    await ask(walked, 'rest', null, 2);
    for (const fault of (await ask(walked, 'leaves')).map(judge)) if (fault) faults.add(`${fault} (${where}, ${how})`);
    ++tried;
  };
  for (const selector of pointed) {
    const at = await ask(walked, 'bring', selector);
    if (!at) continue;
    await walked.point?.(at.x, at.y);
    await look(`pointing at ${selector}`);
  }
  await walked.point?.(0, 0);
  for (const address of sample(await ask(walked, 'links'), 3)) {
    await walked.inPage((hash) => { location.hash = hash; }, address);
    await look(address);
  }
  return { faults: [...faults], tried };
}

/** Every question answered, every field filled, everything ticked. @param {Walked} walked */
export const answerAll = (walked) => ask(walked, 'answer');

/** As playwright's, which takes three times as long. @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} cdp */
async function picture(page, cdp) {
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  const image = PNG.sync.read(Buffer.from(data, 'base64'));
  return { image, dpr: image.width / (page.viewportSize()?.width ?? image.width) };
}

/** A page by itself, in Chromium. @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} cdp @returns {Promise<Walked>} */
export async function walkedInChromium(page, cdp) {
  await page.evaluate(install);
  /** @type {Walked} */
  const walked = {
    inPage: (work, argument) => page.evaluate(/** @type {any} */ (work), argument),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async scroll(y) {
      await ask(walked, 'rest', y, y === 0 ? 4 : 1); // what scrolling leads to is done in the same frame; a page of another size takes longer
      return { from: 0, to: page.viewportSize()?.height ?? 0, left: 0, top: 0 };
    },
    picture: () => picture(page, cdp),
    point: (x, y) => page.mouse.move(x, y),
  };
  return walked;
}

/** Runs in a page. */
const drawnTwice = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });

/** Runs in the frame: whether its dock has come back, to where the page around ends. @param {number} end */
async function dockRests(end) {
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const dock = document.getElementById('au-dock');
  return document.getAnimations().length === 0 && Math.abs((dock?.getBoundingClientRect().bottom ?? end) - end) < 2;
}

/** A page in a frame as high as itself: the page around scrolls. @param {import('playwright-core').Page} page @param {import('playwright-core').Frame} frame @param {import('playwright-core').CDPSession} cdp @returns {Promise<Walked>} */
export async function walkedInFrame(page, frame, cdp) {
  await frame.evaluate(install);
  const place = (/** @type {number | null} */ y) => page.evaluate((line) => {
    const element = /** @type {Element} */ (document.querySelector('aushang-posting')?.shadowRoot?.querySelector('iframe'));
    if (line !== null) scrollBy({ top: element.getBoundingClientRect().top + line, behavior: 'instant' });
    const { left, top, height } = element.getBoundingClientRect();
    return { from: Math.max(0, -top), to: Math.min(height, innerHeight - top), left, top };
  }, y);
  return {
    inPage: (work, argument) => frame.evaluate(/** @type {any} */ (work), argument),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async scroll(y) {
      for (let tries = 0, rests = 0; tries < 100; ++tries) {
        const sight = await place(y);
        await page.evaluate(drawnTwice); // the page around tells the frame what is seen
        rests = await frame.evaluate(dockRests, sight.to) && isDeepStrictEqual(await place(null), sight) ? rests + 1 : 0;
        if (rests >= (y === 0 ? 4 : 1)) return sight; // after another size or answers each tells the other more than once
      }
      throw new Error('the frame doesn\'t come to rest');
    },
    picture: () => picture(page, cdp),
  };
}

/** A page in any engine, without pictures. @param {import('./engines.mjs').Page} page @returns {Promise<Walked>} */
export async function walkedInEngine(page) {
  await page.evaluate(install);
  /** @type {Walked} */
  const walked = {
    inPage: (work, argument) => page.evaluate(work, argument),
    resize: page.resize,
    async scroll(y) {
      await ask(walked, 'rest', y, 6); // WebKit shows the tile two frames after it has moved
      return { from: 0, to: await page.evaluate(() => innerHeight), left: 0, top: 0 };
    },
  };
  return walked;
}
