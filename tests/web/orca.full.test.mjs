// What a blind applicant hears: Orca, a screen reader, reads the drawn page in Firefox, by its own keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { words } from '../support/applicant.mjs';
import { serveAs } from '../support/host.mjs';
import { startOrca } from '../support/orca.mjs';
import { aushang, project, temporaryFolder } from '../support/project.mjs';

const said = words('en');
/** @type {Awaited<ReturnType<typeof startOrca>>} */
let orca;
/** @type {Awaited<ReturnType<typeof serveAs>>} */
let site;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  const { code, err } = aushang(['build', join(project, 'assets/postings/phd-ot'), '-o', folder]);
  assert.equal(code, 0, err);
  site = await serveAs(folder);
  orca = await startOrca();
  if (orca.skipReason) return;
  await orca.open(site.address, () => document.documentElement.dataset.aushang === 'ready');
  await orca.heard(); // what a screen reader says of a new page depends on when it looks
});
after(async () => {
  await orca?.close();
  await site?.close();
});

/** @param {string} name */
const press = async (name) => {
  await orca.key(name);
  return (await orca.heard()).join(' ');
};
/** Until that is heard. @param {string} name @param {string} what @param {number} most @returns {Promise<string[]>} */
async function pressUntil(name, what, most) {
  const all = [];
  for (let i = 0; i < most; ++i) {
    all.push(await press(name));
    if (all[i].includes(what)) return all;
  }
  assert.fail(`"${what}" isn't heard: ${all.join(' | ')}`);
}
/** To what the page begins with; whether it has the focus already depends on where that was. */
async function toSwitch() {
  await press('ctrl+Home');
  const first = await press('Tab');
  return first.includes('Plain page') ? first : press('shift+Tab');
}
/** The page's headings as the example's fixture has them. */
const headings = readFileSync(join(project, 'tests/fixtures/ax-tree/example.txt'), 'utf8').split('\n').flatMap((line) => {
  const [, name, level] = /^ *heading "(.+)" level=(\d)$/.exec(line) ?? [];
  return name ? [`${name} heading level ${level}.`] : [];
});

describe('Orca in Firefox', () => {
  /** @param {string} name @param {() => Promise<void>} use */
  const heard = (name, use) => test(name, async (t) => {
    if (orca.skipReason) return t.skip(orca.skipReason);
    await use();
  });

  heard('Tab begins with the switch and the way to the application', async () => {
    assert.match(await toSwitch(), /Plain page toggle button not pressed/);
    assert.match(await press('Tab'), /Skip to the application link/);
  });

  heard('H goes from heading to heading, each once, with its level', async () => {
    await press('ctrl+Home');
    assert.ok(headings.length > 5);
    const all = [];
    for (let i = 0; i < headings.length; ++i) all.push(await press('h'));
    assert.deepEqual(all, headings);
  });

  heard('reading on says every sentence of the posting, whole words, and nothing of the canvas', async () => {
    await press('ctrl+Home');
    await orca.key('KP_Add');
    const all = (await orca.heard(2000)).join(' ').replace(/\s+/g, ' ');
    for (const part of ['Open until filled', 'We are looking for a doctoral student in mathematics who wants to work on', 'high-quality technical reports or publications', 'zplusj@gmail.com', 'Check yourself heading level 2', 'Which of these is your background?', 'List with 4 items CV with links to earlier work check box', 'Open in your mail app', 'Always open the plain page on this device check box']) {
      assert.ok(all.includes(part), `"${part}" in: ${all}`);
    }
    assert.equal(all.split('The position sits where computational optimal transport touches').length, 2, 'once');
    assert.doesNotMatch(all, /canvas|high- quality|zplusj@ /);
  });

  heard('an answer is heard, and by itself the verdict with its reason; nothing else is read out', async () => {
    await press('ctrl+Home');
    await pressUntil('h', 'Check yourself', 8);
    const way = await pressUntil('Tab', 'radio button', 16);
    assert.match(way.slice(-2).join(' '), /^Why\?.* link\. Do you hold a master's degree\? Yes\. not selected radio button$/, 'which question it is, and its answer');
    const answered = await press('space');
    const verdict = `${said['outcome.so_far']} ${said['verdict.left'].split('{')[0].trim()}`;
    assert.match(answered, /^selected/);
    assert.equal(answered.split(verdict).length, 2, `once: ${answered}`);
    assert.ok(answered.length < 260, answered);
  });

  heard('a field is named, and each letter is heard; the draft that grows is silent', async () => {
    await press('ctrl+Home');
    await pressUntil('h', 'Apply', 9);
    await pressUntil('Tab', 'Your words', 9);
    await press('Return');
    await pressUntil('Tab', 'Your name', 2);
    await orca.type('Ada');
    assert.deepEqual((await orca.heard()).map((letter) => letter.toLowerCase()), ['a', 'd', 'a']);
    await press('Insert+a');
  });

  heard('zooming, which lays out anew, says nothing of the verdict', async () => {
    const all = [await press('ctrl+plus'), await press('ctrl+plus'), await press('ctrl+0')].join(' ');
    assert.doesNotMatch(all, /Your answers so far|Still open/);
  });

  heard('the switch says what it has become, and the plain page sounds the same', async () => {
    await toSwitch();
    assert.equal(await press('Return') || (await orca.heard()).join(' '), 'pressed');
    await press('ctrl+Home');
    assert.deepEqual([await press('h'), await press('h')], headings.slice(0, 2));
    await toSwitch();
    assert.equal(await press('Return') || (await orca.heard()).join(' '), 'not pressed');
  });
});
