// In Firefox and WebKit, too: in pictures taken while a long page scrolls, the ink is where the document is. (Chromium,
// which can send every frame, is looked at more closely in tile-scrolling.test.mjs.)
// Alone: it looks at frames while they are composed, which are fewer where something else runs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { smallCheck, tool, writeFiles } from '../support/project.mjs';
import { bars, barsAndInk } from '../support/scroll_frames.mjs';
import { longPosting, sightEnds } from '../support/tile_page.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aushang-scroll-'));
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  const source = join(folder, 'source');
  mkdirSync(source);
  writeFiles(source, { 'posting.md': longPosting(40), 'check.json': smallCheck({ materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] }) });
  execFileSync(tool, ['build', source, '-o', join(folder, 'site')]);
  site = await serve(join(folder, 'site'));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

for (const name of engineNames.filter((engine) => engine !== 'chromium')) {
  const engine = launchEngine(name);
  describe(name, () => {
    after(() => engine.close());
    test('ink and document stay together under the wheel', { skip: engine.skipReason ?? false }, async () => {
      const page = await engine.open({ url: `${site.origin}/`, width: 560, height: 640, initStyle: bars });
      try {
        await page.waitFor(() => document.documentElement.dataset.aushang === 'ready', { timeout: 30_000 });
        const column = await page.evaluate(() => Math.round(document.querySelector('.posting')?.getBoundingClientRect().left ?? 0) - 12);
        const below = await page.evaluate(sightEnds);
        await page.wheel(0, 700);
        await page.waitFor(() => scrollY > 0);
        const headings = (/** @type {ReturnType<typeof barsAndInk>} */ all) => all.filter((bar) => bar.kind === 'heading');
        const still = headings(barsAndInk(await page.screenshot(), column, below));
        assert.ok(still.length > 0, 'a heading is in view');
        const distance = (still[0].ink ?? 0) - still[0].top;
        let seen = 0;
        const size = () => page.evaluate(() => { const { width, height } = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')); return `${width} × ${height}`; });
        const sizes = new Set([await size()]);
        for (let i = 0; i < 14; ++i) {
          await page.wheel(0, i % 3 === 2 ? 1500 : 370);
          const found = barsAndInk(await page.screenshot(), column, below, { scrolls: true });
          assert.deepEqual(found.filter((bar) => bar.by === 'nobody'), [], `picture ${i}`);
          sizes.add(await size());
          for (const bar of headings(found)) {
            ++seen;
            assert.ok(Math.abs((bar.ink ?? Infinity) - bar.top - distance) <= 1, `picture ${i}: ${JSON.stringify(bar)}, ${distance} at rest`);
          }
        }
        assert.ok(seen >= 8, `${seen} headings`);
        assert.ok(await page.evaluate(() => scrollY) > 5000);
        // A canvas is empty while it gets another size; WebKit shows that, if not in each picture.
        if (name === 'webkit') assert.equal(sizes.size, 1, `the canvas had more than one size: ${[...sizes].join(', ')}`);
        assert.deepEqual(await page.messages(), []);
      } finally {
        await page.close();
      }
    });
  });
}
