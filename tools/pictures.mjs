// The pictures in README.md: the example as people meet it, with two questions answered.
//   node tools/pictures.mjs DIST    DIST: the example's site, with the app
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkOf, give } from '../tests/support/applicant.mjs';
import { launch, serve } from '../tests/support/browser.mjs';
import { project } from '../tests/support/project.mjs';

/** @type {Record<string, import('playwright-core').BrowserContextOptions>} */
const pictures = {
  'page.png': { viewport: { width: 1280, height: 960 }, colorScheme: 'light' },
  'phone.png': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
};

/** Until the app has drawn what there is now. @param {import('playwright-core').Page} page */
async function drawn(page) {
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))); }));
}

const folder = join(project, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const [, , dist = join(project, 'dist')] = process.argv;
const [site, browser] = [await serve(dist), await launch()];
try {
  const { questions } = checkOf('phd-ot');
  for (const [name, look] of Object.entries(pictures)) {
    const page = await browser.newPage(look);
    await page.goto(`${site.origin}/`);
    await drawn(page);
    await give(page, questions[0], ['ml'], 'en');
    await give(page, questions[1], 'yes', 'en');
    await page.evaluate(() => { /** @type {HTMLElement | null} */ (document.activeElement)?.blur(); scrollTo(0, 0); });
    await drawn(page);
    await page.screenshot({ path: join(folder, name) });
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}
