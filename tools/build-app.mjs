// Puts the app together, from what the preset web-app built and the scripts of shell/:
//   node tools/build-app.mjs [--from build/web-app/app] [--to build/app]
//
// The result is what every site with the app carries: app.js (one module: shell/boot.js and all it imports, with
// Emscripten's script under the name aushang-core), aushang.wasm, licences.txt, and embed.js for other people's pages.
import {copyFileSync, existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {build} from 'esbuild';

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
rmSync(to, {recursive: true, force: true});
renameSync(making, to);
