// What the layer costs while a posting of 200 kB is scrolled: processor time of the page's thread for each frame, with the
// layer's elements in the page, and with them taken out of its layout (the tile goes on being drawn). In two windows: what
// else happens once in a scroll is divided by the number of frames, so only where there are as many with the layer as
// without does their time tell what it costs, and is held against the budget. In software, GL is in the way of some frames
// of the larger window. One JSON object per line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, serve } from '../support/browser.mjs';
import { aushang, smallCheck, writeFiles } from '../support/project.mjs';
import { markdownOf } from '../support/long_markdown.mjs';

/** CSS px. */
const windows = [{ width: 1280, height: 800 }, { width: 1024, height: 600 }];
const rounds = 3, pages = 3;
/** A reader who skims: CSS px, and CSS px a second. */
const distance = 5000, speed = 1000;
const budget = 1.2;
/** Of frames fewer with the layer, at most. */
const lost = 0.05;
const names = /** @type {const} */ (['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration']);

const median = (/** @type {number[]} */ numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const round = (/** @type {number} */ number) => Math.round(number * 1000) / 1000;

const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-'));
const source = writeFiles(join(folder, 'source'), { 'posting.md': `# A long posting\n\n${markdownOf(200_000)}`, 'check.json': smallCheck({ materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] }) });
const { code, err } = aushang(['build', source, '-o', join(folder, 'dist')]);
if (code !== 0 || err) throw new Error(err);
const [browser, site] = [await launch(), await serve(join(folder, 'dist'))];
/** Each in a page of its own: what is taken out of a page leaves work behind. @param {{width: number, height: number}} viewport @param {boolean} withLayer @returns {Promise<number[][]>} */
async function measure(viewport, withLayer) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage(), session = await context.newCDPSession(page);
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready', null, { timeout: 60_000 });
  await page.evaluate((shown) => {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#au-posting > h1, .posting'))) element.style.display = shown ? '' : 'none';
    addEventListener('scroll', () => { ++/** @type {any} */ (window).scrolled; }, { passive: true }); // once a frame
  }, withLayer);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' }); // so other programs don't count
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return names.map((wanted) => (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000);
  };
  const settle = () => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));

  /** Milliseconds a frame (all of it, script, style, layout), and how many frames there were. */
  async function scroll() {
    await page.evaluate(() => scrollTo(0, 2000));
    await settle();
    await page.evaluate(() => { /** @type {any} */ (window).scrolled = 0; });
    const before = await spent();
    await session.send('Input.synthesizeScrollGesture', { x: 300, y: 400, yDistance: -distance, speed, gestureSourceType: 'mouse', preventFling: true });
    await settle();
    const after = await spent(), { reached, frames } = await page.evaluate(() => ({ reached: scrollY, frames: /** @type {any} */ (window).scrolled }));
    if (reached < 2000 + distance * 0.9) throw new Error(`Scrolled to ${reached} px only.`);
    return [...after.map((time, i) => (time - before[i]) / frames), frames];
  }
  await scroll(); // every glyph once
  const runs = [];
  for (let i = 0; i < rounds; ++i) runs.push(await scroll());
  await context.close();
  return runs;
}

try {
  for (const viewport of windows) {
    /** @type {number[][]} */
    const layered = [], /** @type {number[][]} */ bare = [];
    for (let i = 0; i < pages; ++i) {
      layered.push(...await measure(viewport, true));
      bare.push(...await measure(viewport, false));
    }
    const cost = (/** @type {number[][]} */ runs) => [...names, ''].map((_, i) => median(runs.map((run) => run[i])));
    const [without, withIt] = [cost(bare), cost(layered)], size = `${viewport.width} × ${viewport.height}`;
    for (const [what, [task, script, style, layout, frames]] of /** @type {const} */ ([['with the layer', withIt], ['without', without]])) {
      console.log(JSON.stringify({ bench: 'layer', what: `scrolling 200 kB in ${size}, ${what}`, task_ms: round(task), script_ms: round(script), style_ms: round(style), layout_ms: round(layout), frames }));
    }
    const ratio = withIt[0] / without[0], frames = names.length, comparable = withIt[frames] >= without[frames] * (1 - lost);
    console.log(JSON.stringify({ bench: 'layer', what: `a frame in ${size}, with the layer : without`, ratio: round(ratio), frames: round(withIt[frames] / without[frames]), ...(comparable ? { budget, within: ratio <= budget } : {}) }));
  }
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
