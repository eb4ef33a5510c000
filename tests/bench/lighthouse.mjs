// Lighthouse's score for speed of the example's page, on its simulated slow phone and on a desk: the median of five runs.
// One JSON object per line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveAs } from '../support/host.mjs';
import { forms, startLighthouse } from '../support/lighthouse.mjs';
import { aushang, project } from '../support/project.mjs';

const runs = 5;
const metrics = /** @type {const} */ ({ fcp_ms: 'first-contentful-paint', lcp_ms: 'largest-contentful-paint', speed_index_ms: 'speed-index', tbt_ms: 'total-blocking-time', cls: 'cumulative-layout-shift', bytes: 'total-byte-weight' });
const median = (/** @type {number[]} */ numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const round = (/** @type {number} */ number) => Math.round(number * 1000) / 1000;

const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-'));
const { code, err } = aushang(['build', join(project, 'assets/postings/phd-ot'), '-o', folder]);
if (code !== 0 || err) throw new Error(err);
const host = await serveAs(folder, { compressed: true });
const lighthouse = await startLighthouse();
try {
  for (const form of forms) {
    /** @type {import('../support/lighthouse.mjs').Report[]} */
    const reports = [];
    for (let i = 0; i < runs; ++i) reports.push(await lighthouse.judge(host.address, form, ['performance']));
    const scores = reports.map(({ scores: { performance } }) => Math.round((performance ?? NaN) * 100));
    const found = Object.fromEntries(Object.entries(metrics).map(([name, id]) => [name, round(median(reports.map(({ audit }) => audit(id).numericValue ?? NaN)))]));
    console.log(JSON.stringify({ bench: 'lighthouse', what: `performance, ${form}`, score: median(scores), runs: scores, ...found }));
  }
} finally {
  await lighthouse.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
}
