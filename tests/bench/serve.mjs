// From a file that is saved to the page that shows it, in the preview of the example: as a reader sees it, with the tool in the
// build at hand. One JSON object per line; the budget is for the middle one of twenty.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../package/serve/command.js';
import { launch } from '../support/browser.mjs';
import { nativeTool } from '../support/native_tool.mjs';
import { project } from '../support/project.mjs';

const saves = 20, budget = 300;
const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-')), posting = join(folder, 'phd-ot'), file = join(posting, 'posting.md');
cpSync(join(project, 'assets/postings/phd-ot'), posting, { recursive: true });
const session = await start({ folders: [posting], today: '2026-01-01', ports: [0] }, nativeTool(), join(project, 'package/serve'), () => {});
if (!session) throw new Error('no port');
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(session.address);
  const text = readFileSync(file, 'utf8'), title = /^title: (.*)$/m.exec(text)?.[1] ?? '';
  const times = [];
  for (let number = 0; number < saves; ++number) {
    await page.waitForFunction(() => ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? ''));
    await page.waitForTimeout(300); // as somebody who writes: the page before is at rest
    const wanted = `${title} ${number}`, from = Date.now();
    writeFileSync(file, text.replace(`title: ${title}`, `title: ${wanted}`));
    // A frame after the title stands there it has been painted.
    const seen = await page.waitForFunction((one) => document.getElementById('au-title')?.textContent === one && new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))); }), wanted, { polling: 10 });
    times.push(/** @type {number} */ (await seen.jsonValue()) - from);
  }
  times.sort((a, b) => a - b);
  const middle = times[saves >> 1];
  console.log(JSON.stringify({ bench: 'serve', what: 'save → painted, example', median_ms: middle, least_ms: times[0], most_ms: times[saves - 1], budget, within: middle <= budget }));
} finally {
  await browser.close();
  await session.close();
  rmSync(folder, { recursive: true, force: true });
}
