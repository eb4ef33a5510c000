// Puts the app together, from what the preset web-app built and the scripts of shell/:
//   node tools/build-app.mjs [--from build/web-app/app] [--to build/app]
//
// The result is what every site with the app carries: app.js (one module: shell/boot.js and all it imports, with
// Emscripten's script under the name aushang-core), aushang.wasm and licences.txt, each with its .br;
// embed.js for other people's pages; sw.js, the service worker, into which `aushang build` writes the list of a site's
// files; and icons.
import {appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {brotliCompressSync, constants} from 'node:zlib';

import {build} from 'esbuild';

import {drawIcons} from './icons.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const {values} = parseArgs({options: {
  from: {type: 'string', default: join(project, 'build/web-app/app')},
  to: {type: 'string', default: join(project, 'build/app')},
  boot: {type: 'string', default: join(project, 'shell/boot.js')},
  embed: {type: 'string', default: join(project, 'shell/embed/embed.js')},
}});
const from = resolve(values.from), to = resolve(values.to), making = `${to}.new`;

for (const file of [values.boot, values.embed, ...['aushang.mjs', 'aushang.wasm', 'licences.txt'].map((name) => join(from, name))]) {
  if (existsSync(file)) continue;
  console.error(`✗ ${file} is missing. ./dev build makes the whole.`);
  process.exit(1);
}

// Made beside and renamed when it is whole, so that no site gets half an app.
rmSync(making, {recursive: true, force: true});
mkdirSync(making, {recursive: true});
/** @type {import('esbuild').BuildOptions} */
const options = {bundle: true, target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning'};
await build({
  ...options,
  entryPoints: [values.boot],
  outfile: join(making, 'app.js'),
  alias: {'aushang-core': join(from, 'aushang.mjs')},
  format: 'esm',
});
// Works as a classic script and as a module.
await build({...options, entryPoints: [values.embed], outfile: join(making, 'embed.js'), format: 'iife'});
copyFileSync(join(from, 'aushang.wasm'), join(making, 'aushang.wasm'));
copyFileSync(join(from, 'licences.txt'), join(making, 'licences.txt'));
// A classic script: module workers are not for every browser.
await build({...options, entryPoints: [join(project, 'shell/sw/worker.js')], outfile: join(making, 'sw.js'), format: 'iife', define: {'process.env.NODE_ENV': '"production"'}});
for (const [name, image] of Object.entries(await drawIcons(readFileSync(join(project, 'assets/icons/icon.svg'), 'utf8')))) writeFileSync(join(making, name), image);
// The licences of what is bundled with the scripts join those of what is linked.
const workbox = readFileSync(join(project, 'node_modules/workbox-precaching/LICENSE'), 'utf8');
appendFileSync(join(making, 'licences.txt'), `\n\nWorkbox\n=======\n\n${workbox}`);
// Packed once here, not again for each site; .gz takes no time, and the tool's is the same on every machine.
for (const name of ['app.js', 'aushang.wasm', 'licences.txt']) {
  const data = readFileSync(join(making, name));
  writeFileSync(join(making, `${name}.br`), brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length}}));
}
rmSync(to, {recursive: true, force: true});
renameSync(making, to);
