// Whether the app keeps people from reading: the first contentful paint of the example with its app, and of the same page
// whose script is empty, in turns, from a near server, nothing cached. One JSON object per line.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { launch, serve } from '../support/browser.mjs';
import { aushang, project, versionFolder } from '../support/project.mjs';

const pairs = 7;
/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const round = (/** @type {number} */ number) => Math.round(number * 100) / 100;

/** Tasks of 50 ms and more are told by the browser. Runs in the page, before its scripts. */
function watchTasks() {
  /** @type {{start: number, duration: number}[]} */
  const tasks = [];
  /** @type {any} */ (window).tasks = tasks;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, duration })))).observe({ type: 'longtask', buffered: true });
}

const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-'));
const { code, err } = aushang(['build', join(project, 'assets/postings/phd-ot'), '-o', join(folder, 'with')]);
if (code !== 0) throw new Error(err);
cpSync(join(folder, 'with'), join(folder, 'without'), { recursive: true });
writeFileSync(join(versionFolder(join(folder, 'without')), 'app/app.js'), '');
for (const packed of ['br', 'gz']) rmSync(join(versionFolder(join(folder, 'without')), `app/app.js.${packed}`), { force: true });

const browser = await launch(), site = await serve(folder);
/** @param {'with' | 'without'} which */
async function visit(which) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  await page.goto(`${site.origin}/${which}/`);
  if (which === 'with') await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready', null, { timeout: 60_000 });
  const found = await page.evaluate(async () => {
    const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    while (paint() === undefined) await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 100)); // for the tasks to be told
    const ready = performance.getEntriesByName('aushang:ready')[0]?.startTime ?? 0;
    return { paint: /** @type {number} */ (paint()), ready, tasks: /** @type {{start: number, duration: number}[]} */ (/** @type {any} */ (window).tasks) };
  });
  await context.close();
  return found;
}

try {
  await visit('with'); // what the browser loads once
  /** @type {Record<'with' | 'without', Awaited<ReturnType<typeof visit>>[]>} */
  const visits = { with: [], without: [] };
  for (let i = 0; i < pairs; ++i) {
    const turns = /** @type {const} */ (['with', 'without']);
    for (const which of i % 2 ? turns : turns.toReversed()) visits[which].push(await visit(which));
  }
  const paint = (/** @type {'with' | 'without'} */ which) => median(visits[which].map((one) => one.paint));
  const ratio = paint('with') / paint('without');
  console.log(JSON.stringify({ bench: 'paint', what: 'first contentful paint with the app : without', with_ms: round(paint('with')), without_ms: round(paint('without')), ratio: round(ratio), budget: 1.1, within: ratio <= 1.1 }));
  const before = (/** @type {'with' | 'without'} */ which) => median(visits[which].map((one) => Math.max(0, ...one.tasks.filter(({ start }) => start < one.paint).map(({ duration }) => duration))));
  const after = median(visits.with.map((one) => Math.max(0, ...one.tasks.filter(({ start }) => start >= one.paint).map(({ duration }) => duration))));
  console.log(JSON.stringify({ bench: 'paint', what: 'longest task before the first paint, ms', with_ms: round(before('with')), without_ms: round(before('without')) }));
  console.log(JSON.stringify({ bench: 'paint', what: 'longest task between paint and ready, ms', ms: round(after), ready_ms: round(median(visits.with.map((one) => one.ready))) }));
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
