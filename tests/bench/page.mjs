// Bytes of the example's page, as stored and as sent. One JSON object per line.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { project, versionFolder } from '../support/project.mjs';

const dist = join(project, 'dist');
const files = relative(dist, versionFolder(dist));
const brotli = (/** @type {Buffer} */ data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;
/** @param {string} what @param {Buffer} data @param {object} [more] */
const line = (what, data, more) => console.log(JSON.stringify({ bench: 'bytes', what, raw: data.length, gzip: gzipSync(data, { level: 9 }).length, brotli: brotli(data), ...more }));
/** @param {string} what @param {string[]} names @param {number} budget @param {object} [more] */
const sum = (what, names, budget, more) => {
  const data = names.map((name) => readFileSync(join(dist, name)));
  const bytes = data.map(brotli).reduce((a, b) => a + b);
  console.log(JSON.stringify({ bench: 'bytes', what, raw: Buffer.concat(data).length, brotli: bytes, budget, within: bytes <= budget, ...more }));
};

const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|css|svg|js|wasm|json)$/.test(name)).sort();
for (const name of all) line(name, readFileSync(join(dist, name)));
sum('readable page (HTML + CSS, brotli)', ['index.html', `${files}/aushang.css`], 14_000);
sum('app (wasm + JS, brotli)', [`${files}/app/aushang.wasm`, `${files}/app/app.js`], 215_000, { stretch: 205_000 });
