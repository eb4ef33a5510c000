// Bytes of the example's page, as stored and as sent. One JSON object per line.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { project } from '../support/project.mjs';

const dist = join(project, 'dist');
const brotli = (/** @type {Buffer} */ data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
/** @param {string} what @param {Buffer} data @param {object} [more] */
const line = (what, data, more) => console.log(JSON.stringify({ bench: 'bytes', what, raw: data.length, gzip: gzipSync(data, { level: 9 }).length, brotli: brotli(data), ...more }));

const files = readdirSync(dist).filter((name) => /\.(html|css|svg|js|wasm|json)$/.test(name)).sort();
for (const name of files) line(name, readFileSync(join(dist, name)));
const readable = ['index.html', 'aushang.css'].map((name) => brotli(readFileSync(join(dist, name)))).reduce((a, b) => a + b);
console.log(JSON.stringify({ bench: 'bytes', what: 'readable page (HTML + CSS, brotli)', brotli: readable, budget: 14_000, within: readable <= 14_000 }));
