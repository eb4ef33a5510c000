// A page from its top to its end, as pictures below each other. What stays in the window is in the last one.
import { adopt } from './spy.mjs';

/** A canvas can be about as high in pixels of a dense screen, so the tile shows all of a part. CSS px. */
const tallest = 2400;

/**
 * @param {import('playwright-core').Page} page whose window this changes
 * @param {number} width CSS px
 * @param {(part: number, take: (path?: string) => Promise<Buffer>) => Promise<void>} each from 1
 */
export async function wholePage(page, width, each) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const window = Math.min(height, tallest), parts = Math.ceil(height / window);
  await page.setViewportSize({ width, height: window });
  await page.evaluate(adopt, 'html[data-more-below] :is(.dock, .toast) { visibility: hidden !important; }');
  for (let part = 1, from = 0; part <= parts; ++part, from += window) {
    await page.evaluate(([top, more]) => {
      document.documentElement.toggleAttribute('data-more-below', Boolean(more));
      scrollTo({ top: Number(top), behavior: 'instant' });
    }, /** @type {const} */ ([from, part < parts]));
    await page.waitForTimeout(100); // the tile follows; without scripts nothing can tell
    const top = from - await page.evaluate(() => scrollY);
    await each(part, (path) => page.screenshot({ path, clip: { x: 0, y: top, width, height: Math.min(window, height - from) }, animations: 'disabled' }));
  }
}
