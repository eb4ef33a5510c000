// What assistive technology is told: the same of the page that is drawn as of the plain one, and of the example exactly
// what tests/fixtures/ax-tree says, so that both can't be wrong alike. Every look at each width: with --full.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unfold } from '../support/applicant.mjs';
import { accessibilityTree } from '../support/ax_tree.mjs';
import { combinations, full, project, temporaryFolder } from '../support/project.mjs';
import { longPosting, openSites, settle } from '../support/tile_page.mjs';

/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => {
  sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '', long: longPosting(2), torture: readFileSync(join(project, 'tests/fixtures/torture/posting.md'), 'utf8') });
});
after(() => sites?.close());

/** One is met, one not, one open; something is ticked off, something written. @param {import('playwright-core').Page} page */
async function answer(page) {
  await unfold(page);
  for (const id of ['au-o-field-none-input', 'au-o-masters-0-input', 'au-have-cv-input', 'au-send-check-input']) await page.locator(`#${id}`).check();
  await page.locator('#au-w-name').fill('Ada');
  await page.waitForFunction(() => document.querySelector('.mark.bad'));
  await page.locator('#au-w-name').evaluate((element) => element.blur());
}

/** @param {string} path @param {string} state @param {number} width @param {(page: import('playwright-core').Page) => Promise<void>} use @returns {Promise<string[]>} */
async function treeOf(path, state, width, use = async () => {}) {
  /** @type {string[]} */
  let tree = [];
  await sites.visit(`${path}${state === 'plain' ? '?mode=plain' : ''}`, { until: state, viewport: { width, height: 800 } }, async (page, cdp) => {
    await use(page);
    await settle(page);
    tree = await accessibilityTree(cdp);
  });
  return tree;
}
/** The switch says which of the two it is. @param {string[]} tree */
const withoutSwitch = (tree) => tree.map((line) => line.replace(/^( *button "[^"]+") pressed=true/, '$1'));

const looks = /** @type {const} */ ([['the example', 'example/', undefined], ['answered', 'example/', answer], ['in German, answered', 'example/de/', answer], ['every kind of block', 'torture/', undefined], ['a long one', 'long/', undefined]]);
/** The example, unanswered and in German, is below. */
const some = looks.filter(([name]) => !['the example', 'in German, answered'].includes(name));
for (const { look: [name, path, use], width } of combinations({ look: full ? looks : some, width: [320, 1280] })) {
  test(`${name}, ${width} px: the drawn page and the plain one are the same`, async () => {
    const plain = await treeOf(path, 'plain', width, use), ready = await treeOf(path, 'ready', width, use);
    assert.ok(plain.length > 60, plain.join('\n'));
    assert.deepEqual(withoutSwitch(ready), withoutSwitch(plain));
  });
}

describe('the example is what is written down', () => {
  for (const [name, path, use] of /** @type {const} */ ([['example.txt', 'example/', undefined], ['example-answered.txt', 'example/', answer], ['example-de.txt', 'example/de/', undefined]])) {
    test(name, async () => {
      const tree = await treeOf(path, 'ready', 1280, use), file = join(project, 'tests/fixtures/ax-tree', name);
      // AUSHANG_WRITE_EXPECTED=1 writes it anew, to be read by a person before it is kept.
      if (process.env.AUSHANG_WRITE_EXPECTED) writeFileSync(file, `${tree.join('\n')}\n`);
      assert.ok(existsSync(file), file);
      assert.deepEqual(tree, readFileSync(file, 'utf8').trimEnd().split('\n'));
    });
  }
});
