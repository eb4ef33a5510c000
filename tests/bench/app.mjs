// The app at work, in Chromium: memory, start, and the cost of drawing the tile anew in postings of three sizes. One
// JSON object per line. A frame's cost is processor time of the page's thread (wall_ms: on the clock); Chromium draws
// WebGL on the processor too, but in another one.
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { launch, serve } from '../support/browser.mjs';
import { aushang, project, smallCheck, writeFiles } from '../support/project.mjs';
import { markdownOf } from '../support/long_markdown.mjs';
import { installProbe, readStart, timeRedraws } from '../support/app_probe.mjs';

const screen = 800;
/** Two places whose tiles (the view, and a view above and below it) are as high and hold different text. */
const places = { near: 2 * screen, far: 4 * screen };
const sizes = /** @type {const} */ ([['10 kB', 10_000], ['100 kB', 100_000], ['1 MB', 1_000_000]]);

/** Disturbances by other programs only ever add time. @param {number[]} times */
const lowerQuartile = (times) => times.toSorted((a, b) => a - b)[times.length >> 2];
const round = (/** @type {number} */ number) => Math.round(number * 1000) / 1000;
const say = (/** @type {object} */ what) => console.log(JSON.stringify({ bench: 'app', ...what }));

const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-'));
const browser = await launch();
// Isolated pages have fine clocks.
const site = await serve(folder, { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' });

/** Builds a posting's site and opens it. @param {string} source @param {string} name */
async function open(source, name) {
  const { code, err } = aushang(['build', source, '-o', join(folder, name)]);
  if (code !== 0 || err) throw new Error(err);
  const context = await browser.newContext({ viewport: { width: 1280, height: screen } });
  const page = await context.newPage();
  await page.addInitScript(installProbe);
  await page.goto(`${site.origin}/${name}/`);
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready', null, { timeout: 120_000 });
  const start = await page.evaluate(readStart);
  if (!start.isolated) throw new Error('The clock is too coarse: the page is not isolated.');
  return { page, start, close: () => context.close() };
}

try {
  const example = await open(join(project, 'assets/postings/phd-ot'), 'example');
  const { heap_bytes: bytes, readable_ms, ready_ms, first_frame_ms } = example.start;
  say({ what: 'wasm heap, example posting', bytes, budget: 16 << 20, within: bytes <= 16 << 20 });
  say({ what: 'start, example posting', readable_ms: round(readable_ms), ready_ms: round(ready_ms), first_frame_ms: round(first_frame_ms) });
  await example.close();

  /** @type {Map<string, number>} */
  const frames = new Map();
  for (const [size, length] of sizes) {
    const source = writeFiles(join(folder, `source-${length}`), { 'posting.md': `# Posting of ${size}\n\n${markdownOf(length)}`, 'check.json': smallCheck({ materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] }) });
    const { page, start, close } = await open(source, `dist-${length}`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height < places.far + 2 * screen) throw new Error(`The posting of ${size} is only ${height} px high.`);
    await page.evaluate(timeRedraws, { ...places, times: 6 }); // every glyph once
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' }); // so other programs don't count
    /** The main thread's processor time since the start, ms. @returns {Promise<Record<string, number>>} */
    const spent = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]));
    const before = await spent(), count = 40;
    const times = await page.evaluate(timeRedraws, { ...places, times: count });
    const after = await spent();
    const each = (/** @type {string} */ name) => round((after[name] - before[name]) / count);
    frames.set(size, each('ScriptDuration'));
    // The frame is ours; the task's time also holds what the browser then does with style, layout and paint.
    say({ what: 'frame', posting: size, frames: count, cpu_ms: each('ScriptDuration'), wall_ms: round(lowerQuartile(times)), task_ms: each('TaskDuration'), style_ms: each('RecalcStyleDuration'), layout_ms: each('LayoutDuration'), ready_ms: round(start.ready_ms), first_frame_ms: round(start.first_frame_ms), heap_bytes: start.heap_bytes });
    await close();
  }
  const ratio = /** @type {number} */ (frames.get('1 MB')) / /** @type {number} */ (frames.get('10 kB'));
  say({ what: 'frame of 1 MB : frame of 10 kB', ratio: round(ratio), budget: 1.5, within: ratio <= 1.5 });
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
