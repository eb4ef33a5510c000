// The gallery: pictures of every page and state, and one sheet that shows them, in build/gallery/. Started by `./dev gallery`.
//   node tools/gallery.mjs [--full] [--only STATE[,STATE…]] [--resume]
// --full: each width, scheme, language and density with each; --only: the others keep the pictures they have; --resume: so
// does what has some already. Pictures are called STATE/WIDTH-SCHEME-LANGUAGE-DENSITYx-FORM-PART.png.
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, readSync, closeSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { launch, serve } from '../tests/support/browser.mjs';
import { aushang, project, writeFiles } from '../tests/support/project.mjs';
import { wholePage } from '../tests/support/whole_page.mjs';
import { postings, site } from './gallery-postings.mjs';
import { sheet } from './gallery-sheet.mjs';
import { looksFor, open, states, widestTouch } from './gallery-states.mjs';

/** @typedef {import('./gallery-states.mjs').Look} Look */

const folder = join(project, 'build/gallery');

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`✗ ${message}`);
  process.exit(2);
}

/** @param {string[]} words */
function read(words) {
  const wish = { full: false, resume: false, only: /** @type {string[]} */ ([]) };
  for (let i = 0; i < words.length; ++i) {
    if (words[i] === '--full') wish.full = true;
    else if (words[i] === '--resume') wish.resume = true;
    else if (words[i] === '--only') wish.only.push(...(words[++i] ?? '').split(','));
    else fail(`The gallery knows --full, --resume and --only STATE, not '${words[i]}'.`);
  }
  for (const id of wish.only) if (!states.some((one) => one.id === id)) fail(`There is no state '${id}'. There are: ${states.map((one) => one.id).join(' ')}.`);
  return wish;
}

/** The example as it ships, and a site of all postings. @param {string} sites */
export function buildSites(sites) {
  const source = join(sites, 'source');
  for (const name of ['phd-ot', 'msca-doctoral']) cpSync(join(project, 'assets/postings', name), join(source, name), { recursive: true });
  for (const [name, files] of Object.entries(postings)) writeFiles(join(source, name), files);
  writeFiles(source, { 'site.json': JSON.stringify(site) });
  const all = ['phd-ot', 'msca-doctoral', ...Object.keys(postings)].map((name) => join(source, name));
  for (const [name, from] of /** @type {[string, string[]][]} */ ([['example', [join(project, 'assets/postings/phd-ot')]], ['site', all]])) {
    const { code, err } = aushang(['build', ...from, '--today', '2026-12-01', '-o', join(sites, name)]);
    if (code !== 0) throw new Error(err);
  }
}

/** A picture's size, from its header (PNG, section 11.2.2). @param {string} file */
function sizeOf(file) {
  const head = Buffer.alloc(24), descriptor = openSync(file, 'r');
  readSync(descriptor, head, 0, 24, 0);
  closeSync(descriptor);
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** @param {Look} look */
const nameOf = ({ width, scheme, language, dpr }) => `${width}-${scheme}-${language}-${dpr}x`;

/** Whatever pictures there are. @param {boolean} full */
function writeSheet(full) {
  const entries = states.map((state, at) => {
    const there = existsSync(join(folder, state.id)) ? readdirSync(join(folder, state.id)) : [];
    const shown = looksFor(at, full).map((look) => ({ look, pictures: state.forms.map((form) => {
      const files = there.filter((name) => name.startsWith(`${nameOf(look)}-${form}-`)).sort();
      return { form, slices: files.map((name) => ({ file: `${state.id}/${name}`, ...sizeOf(join(folder, state.id, name)) })) };
    }).filter(({ slices }) => slices.length > 0) })).filter(({ pictures }) => pictures.length > 0);
    return { state, shown };
  }).filter(({ shown }) => shown.length > 0);
  writeFileSync(join(folder, 'index.html'), sheet(entries));
}

async function main() {
  const { full, resume, only } = read(process.argv.slice(2));
  const wanted = states.map((state, at) => ({ state, at })).filter(({ state }) => only.length === 0 || only.includes(state.id));
  if (!resume) for (const { state } of wanted) rmSync(join(folder, state.id), { recursive: true, force: true });
  rmSync(join(folder, 'sites'), { recursive: true, force: true });
  buildSites(join(folder, 'sites'));
  const [browser, server] = [await launch(), await serve(join(folder, 'sites'))];
  try {
    for (const { state, at } of wanted) {
      const started = Date.now();
      mkdirSync(join(folder, state.id), { recursive: true });
      let pictures = 0;
      for (const look of looksFor(at, full)) {
        for (const form of state.forms) {
          const fileOf = (/** @type {number} */ part) => join(folder, state.id, `${nameOf(look)}-${form}-${part}.png`);
          if (existsSync(fileOf(1))) continue;
          const width = state.width ?? look.width, touch = width <= widestTouch && !state.width;
          const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor: look.dpr, colorScheme: look.scheme, hasTouch: touch, isMobile: touch, ...state.options });
          const page = await context.newPage();
          await open(page, server.origin, state, form, look.language);
          await wholePage(page, width, async (part, take) => { await take(fileOf(part)); });
          await context.close();
          ++pictures;
        }
      }
      writeSheet(full);
      console.log(`${state.id}: ${pictures} pictures in ${Math.round((Date.now() - started) / 1000)} s`);
    }
  } finally {
    await browser.close();
    await server.close().catch(() => {}); // what a page did against its policy is the tests' to judge
  }
  console.log(`All of it: ${join(folder, 'index.html')}`);
}

if (process.argv[1] === import.meta.filename) await main();
