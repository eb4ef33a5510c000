// Sites full of hostile texts: where each of them is put, and what is to be seen of it.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aushang, smallCheck, writeFiles } from './project.mjs';

/** What every posting here says is the way to apply, whatever else it says. */
export const recipient = 'jobs@group.example', copy = 'office@group.example', address = 'https://jobs.group.example/open/';

/** A text as it is shown: in one line, without control characters. @param {string} text */
export const shown = (text) => text.replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/^ | $/g, '');
/** As a page's look gives it: spaces folded once more, soft hyphens left out. @param {string} text */
export const seen = (text) => shown(text).replaceAll('\u00ad', '').replace(/ +/g, ' ').trim();
/** Where check.json takes lines only. @param {string} text */
const line = (text) => shown(text) || 'x';
/** In YAML's double quotation marks, all of it escaped. @param {string} text */
const yaml = (text) => `"${[...text].map((c) => (/[\w <>=/.:;,()-]/.test(c) ? c : `\\U${(c.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`)).join('')}"`;

/** Whatever a page can hold, with the text in it; what takes the rest of the page along stands last. @param {string} text */
function bodyOf(text) {
  const inline = text.replace(/[\t-\r ]+/g, ' '), code = '`'.repeat((text.match(/`+/g) ?? ['']).sort().reverse()[0].length + 3);
  return [
    '# The posting', `## ${inline}`, `- ${inline}\n- [x] ${inline}\n  1. ${inline}`, `> ${inline}\n>\n> > ${inline}`, `| ${inline} | b |\n|:--|--:|\n| ${inline.replaceAll('|', '\\|')} | ${code}${inline}${code} |`,
    `[${inline}](https://example.org/) [a](https://example.org/ "${inline.replaceAll('"', '\\"')}") [a](<${inline}>)`, `![${inline}](picture.png '${inline.replaceAll('\'', '\\\'')}') ![a](<${inline}>)`, `a ${code} ${inline} ${code} **${inline}** *${inline}* ~~${inline}~~`,
    `${code}${inline.replaceAll('`', '')}\n${text}\n${code}`, `    ${inline}`, `Setext ${inline}\n---`, `[a][r]\n\n[r]: https://example.org/ "${inline.replaceAll('"', '\\"')}"`, `a <span title="${inline}">${inline}</span> <b class='${inline}'>b</b> <a href="${inline}">c</a>`, `<div title="${inline}">${inline}</div>`, `Words ${inline} and more.`, text,
  ].join('\n\n');
}

/** May a folder be called so? @param {string} text */
const isFolderName = (text) => text !== '' && !/[/\u0000]/.test(text) && Buffer.byteLength(text) < 200;

/** Fails unless every line is a mistake with its place, and none of it could move a terminal's cursor. @param {string} err */
export function isCleanError(err) {
  for (const one of err.trimEnd().split('\n').filter((text) => !/^Nothing was built; .* is unchanged\.$/.test(text))) assert.match(one, /^[^:]+(:\d+:\d+)?: [a-z-]+: .+$/u);
  assert.doesNotMatch(err, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
}

/** @param {string} cwd @param {string[]} args */
function build(cwd, args) {
  const { code, err } = aushang(['build', '--no-packed', ...args], { cwd, timeout: 120_000 });
  assert.equal(code, 0, err.split('\n').filter((one) => !/: warning: /.test(one)).join('\n'));
}

/**
 * One posting for each text, Markdown page and front matter: static pages below `name`, and an index of them.
 * @param {string} root @param {string} name
 * @param {{texts?: string[], pages?: string[], fronts?: string[], languages: string[]}} vectors
 * @returns {string[]} the pages' paths; of the index, too
 */
export function buildPostings(root, name, { texts = [], pages = [], fronts = [], languages }) {
  /** @type {string[]} */
  const folders = [], names = new Set(['v']);
  const add = (/** @type {string} */ page, /** @type {string} */ wanted, /** @type {object} */ facts) => {
    const folder = isFolderName(wanted) && !names.has(wanted.toLowerCase()) ? wanted : `posting-${folders.length}`;
    names.add(folder.toLowerCase());
    folders.push(folder);
    writeFiles(join(root, 'in', name), { [`${folder}/posting.md`]: page, [`${folder}/picture.png`]: '', [`${folder}/check.json`]: smallCheck({ facts }) });
  };
  const facts = { organization: { name: 'Group' }, place: { city: 'Berlin', country: 'DE' }, posted: '2026-01-31' };
  for (const text of texts) add(`---\ntitle: ${yaml(asHtml(text))}\ndescription: ${yaml(text)}\n---\n${bodyOf(text.replaceAll('\u0000', ''))}\n`, text, { ...facts, organization: { name: line(text) }, place: { city: line(text), country: 'DE' } });
  for (const page of pages) add(`---\ntitle: A page\n---\n${page}\n\nThe end.\n`, '', facts);
  for (const front of fronts) add(`${front}\n\nThe end.\n`, '', facts);
  writeFiles(join(root, 'in', name), { 'site.json': JSON.stringify({ url: address, name: 'Site', languages }) });
  build(root, [...folders.map((folder) => join('in', name, folder)), '-o', name, '--no-app']);
  const paths = ['', ...folders.flatMap((folder) => (languages.includes('de') ? [`${folder}/`, `${folder}/de/`] : [`${folder}/`]))];
  return paths.map((path) => `${name}/${path.split('/').map(encodeURIComponent).join('/')}`);
}

/**
 * One posting with all these texts in every field of check.json, and one after the other where there is only one field.
 * @param {string[]} texts
 */
function fullCheck(texts) {
  const together = line(texts.map(line).join(' '));
  const each = (/** @type {(text: string, i: number) => object} */ make) => texts.map((text, i) => ({ text: shown(text) ? text : `x${text}`, i })).map(({ text, i }) => make(text, i));
  // Names that every object of JavaScript has.
  const id = (/** @type {number} */ i) => ['constructor', 'tostring', 'valueof', 'prototype'][i] ?? `n${i}`;
  const value = (/** @type {string} */ text) => `${line(text)}!`;
  return {
    version: 1,
    facts: { organization: { name: together, url: 'https://www.group.example/\'onclick=\'x' }, place: { city: together, country: 'DE' }, employment: 'full_time', posted: '2026-01-31' },
    apply: { to: [recipient], cc: [copy], subject: { contains: together }, inquiry: { subject: { contains: together } }, portal: 'https://apply.group.example/?a=\'&b=(c)', reply: texts.join(' '), deadline: { date: '2027-01-31', time: '12:00', zone: 'Europe/Berlin' } },
    questions: [
      ...each((text, i) => ({ id: id(i), type: i % 2 ? 'many' : 'one', label: text, help: text, options: [{ value: value(text), label: text }, { value: 'b', label: { en: text, de: text } }], ...(i % 2 ? { none_of_these: true } : {}) })),
      { id: 'words', type: 'text', label: together }, { id: 'years', type: 'number', label: together },
    ],
    clauses: each((text, i) => ({ id: `c_${id(i)}`, label: text, quote: quoteOf(text, i), evidence: [id(i)], logic: i % 2 ? { in: [value(text), { var: id(i) }] } : { '==': [{ var: id(i) }, value(text)] } })),
    criteria: each((text, i) => ({ id: id(i), level: i % 3 ? 'must' : 'should', label: { en: text, de: text }, logic: { var: `c_${id(i)}` } })),
    notes: each((text, i) => ({ id: `note_${id(i)}`, label: text, quote: `Noted ${i}.` })),
    materials: each((text, i) => ({ id: id(i), kind: 'other', stage: i % 4 ? 'now' : 'later', required: i % 3 ? 'yes' : 'if_any', label: text, ...(i % 5 ? {} : { when: { var: `c_${id(i)}` } }) })),
    positions: texts.slice(0, 3).map((text, i) => ({ id: id(i), label: shown(text) ? text : `x${text}`, subject: { contains: line(text) } })),
  };
}

/** What Liquid and kramdown would take for theirs, and what no page holds, can't be quoted as it stands. @param {string} text @param {number} i */
const quoteOf = (text, i) => (/\{[{%:<]|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|--/.test(text) ? `Quoted ${i}.` : `q${i}: ${text} :q${i}`);

/** A title may hold HTML, of which the text is shown. @param {string} text */
const asHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {string[]} texts @param {string} title */
function fullPage(texts, title) {
  const fence = '`'.repeat(8);
  const lines = texts.map((text, i) => {
    const quote = quoteOf(text, i);
    return `Noted ${i}. ${quote.startsWith('Quoted') ? quote : `${fence} ${quote} ${fence}`}`;
  });
  return `---\ntitle: ${yaml(asHtml(title))}\ndescription: ${yaml(title)}\n---\n${lines.join('\n\n')}\n`;
}

/**
 * A site of its own for each few texts.
 * @param {string} root @param {string} name @param {string[]} texts @param {number} each @param {(i: number) => boolean} hasApp
 * @returns {{path: string, texts: string[], title: string}[]}
 */
export function buildFull(root, name, texts, each, hasApp) {
  const sites = [];
  for (let at = 0; at < texts.length; at += each) {
    const own = texts.slice(at, at + each), title = own.join(' '), path = `${name}-${at / each}`;
    writeFiles(join(root, 'full', path), {
      'posting/posting.md': fullPage(own, title), 'posting/check.json': JSON.stringify(fullCheck(own)),
      'site.json': JSON.stringify({ url: address, name: { en: line(title), de: line(own.toReversed().join(' ')) }, imprint: 'https://www.group.example/\'onclick=\'x', privacy: 'https://www.group.example/?x=(\'y\')' }),
    });
    build(root, [join('full', path, 'posting'), '-o', path, ...(hasApp(at / each) ? [] : ['--no-app'])]);
    sites.push({ path, texts: own, title });
  }
  return sites;
}

/** A copy of a site whose pages have no content security policy, nor headers that say one. @param {string} root @param {string} name @param {string} copyName */
export function withoutPolicy(root, name, copyName) {
  cpSync(join(root, name), join(root, copyName), { recursive: true, filter: (path) => !/\.(br|gz)$|[/\\]hosting$/.test(path) });
  let count = 0;
  for (const file of readdirSync(join(root, copyName), { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.html'))) {
    const path = join(root, copyName, file), html = readFileSync(path, 'utf8');
    const parts = html.split(/<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/);
    assert.equal(parts.length, 2, `${file} has one policy`);
    writeFileSync(path, parts.join(''));
    ++count;
  }
  assert.ok(count > 0);
}
