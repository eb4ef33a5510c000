// From a file that is saved to the page that shows it, in the preview of the example: as a reader sees it, who has scrolled, with
// the tool in the build at hand. One JSON object per line; the budget is for the middle one of twenty.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../package/serve/command.js';
import { launch } from '../support/browser.mjs';
import { nativeTool } from '../support/native_tool.mjs';
import { project } from '../support/project.mjs';

const saves = 20, budget = 300, place = 200; // ms; CSS px
const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-')), posting = join(folder, 'phd-ot'), file = join(posting, 'posting.md');
cpSync(join(project, 'assets/postings/phd-ot'), posting, { recursive: true });
const session = await start({ folders: [posting], today: '2026-01-01', ports: [0] }, nativeTool(), join(project, 'package/serve'), () => {});
if (!session) throw new Error('no port');
const browser = await launch();

/** In each page: when it was painted with its text, ms since 1970, and where it stood then. */
function watchPaint() {
  new PerformanceObserver((list) => {
    const [entry] = list.getEntriesByName('first-contentful-paint');
    if (entry) Object.assign(globalThis, { painted: { at: performance.timeOrigin + entry.startTime, place: scrollY } });
  }).observe({ type: 'paint', buffered: true });
}

/** @param {string} what @param {number[]} times @param {object} more */
function tell(what, times, more) {
  const [least, middle, most] = [0, saves >> 1, saves - 1].map((index) => Math.round(times.sort((a, b) => a - b)[index]));
  console.log(JSON.stringify({ bench: 'serve', what, median_ms: middle, least_ms: least, most_ms: most, ...('budget' in more ? { within: middle <= budget } : {}), ...more }));
}

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(watchPaint);
  await page.goto(session.address);
  const text = readFileSync(file, 'utf8'), title = /^title: (.*)$/m.exec(text)?.[1] ?? '';
  const painted = [], up = [];
  for (let number = 0; number < saves; ++number) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), place);
    await page.waitForTimeout(300); // as somebody who writes: the page before is at rest
    const wanted = `${title} ${number}`, from = Date.now();
    writeFileSync(file, text.replace(`title: ${title}`, `title: ${wanted}`));
    await page.waitForFunction((one) => document.getElementById('au-title')?.textContent === one && ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? ''), wanted, { polling: 10 });
    up.push(Date.now() - from);
    const paint = await page.evaluate(() => /** @type {{ painted: { at: number, place: number } }} */ (/** @type {unknown} */ (globalThis)).painted);
    if (Math.abs(paint.place - place) > place / 2) throw new Error(`The page was painted at ${paint.place} px, not where the reader was.`);
    painted.push(paint.at - from);
  }
  tell('save → painted, example', painted, { budget });
  tell('save → app is up, example', up, {});
} finally {
  await browser.close();
  await session.close();
  rmSync(folder, { recursive: true, force: true });
}
