// Puts the npm package together, from the app (build/app), the tool as the preset web-tool built it, and the scripts of package/:
//   node tools/build-package.mjs [--app build/app] [--tool build/web-tool/tool] [--to build]
//
// The result is the folder TO/package and, packed, TO/aushang-VERSION.tgz, the same bytes each time. It depends on nothing but
// Node: what its scripts import is bundled with them, and the licences of all that stand in licences.txt.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

import { build } from 'esbuild';

import { styleSheets } from '../package/serve/pages.js';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: {
  app: { type: 'string', default: join(project, 'build/app') },
  tool: { type: 'string', default: join(project, 'build/web-tool/tool') },
  to: { type: 'string', default: join(project, 'build') },
} });
const to = resolve(values.to), making = join(to, 'package.new'), made = join(to, 'package');

for (const file of [join(values.app, 'app.js'), ...['aushang.mjs', 'aushang.wasm', 'licences.txt'].map((name) => join(values.tool, name))]) {
  if (existsSync(file)) continue;
  console.error(`✗ ${file} is missing. ./dev build makes the whole.`);
  process.exit(1);
}

/** The licence of a package of npm, word for word. @param {string} name */
function licenceOf(name) {
  const folder = join(project, 'node_modules', name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.|$)/i.test(one));
  if (file) return readFileSync(join(folder, file), 'utf8');
  console.error(`✗ ${folder} has no licence, so it can't be bundled.`);
  process.exit(1);
}

/** Which packages of npm a bundle has. @param {import('esbuild').Metafile} metafile */
const bundled = (metafile) => [...new Set(Object.keys(metafile.inputs).flatMap((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].sort();

/** Whoever unpacks it may read it; nothing in it depends on who built it. @param {string} folder */
function setModes(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) setModes(path);
    chmodSync(path, entry.isDirectory() || path === join(making, 'aushang.js') ? 0o755 : 0o644);
  }
}

rmSync(making, { recursive: true, force: true });
mkdirSync(making, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(project, 'package/main.js')],
  outfile: join(making, 'aushang.js'),
  alias: { 'aushang-tool': resolve(values.tool, 'aushang.mjs') },
  // Node starts no ES module from a folder with a backslash in its name.
  format: 'cjs',
  banner: { js: "#!/usr/bin/env node\nconst ownAddress = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'ownAddress' },
  absWorkingDir: project, bundle: true, platform: 'node', target: 'node20', minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', metafile: true,
});
// What runs in the page: all in one file, but for what makes room before the page is painted.
for (const [names, external] of /** @type {[string[], string[]][]} */ ([[['bar.js', ...styleSheets], ['*/beside.js']], [['beside.js'], []]])) {
  await build({
    entryPoints: names.map((name) => join(project, 'package/serve', name)), outdir: join(making, 'serve'), external,
    format: 'esm', absWorkingDir: project, bundle: true, target: 'es2022', minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning',
  });
}
cpSync(join(values.tool, 'aushang.wasm'), join(making, 'aushang.wasm'));
cpSync(values.app, join(making, 'app'), { recursive: true });
cpSync(join(project, 'assets/schemas'), join(making, 'schemas'), { recursive: true });
cpSync(join(project, 'assets/postings'), join(making, 'examples'), { recursive: true });
cpSync(join(project, 'LICENSE'), join(making, 'LICENSE'));
cpSync(join(project, 'package/README.md'), join(making, 'README.md'));
const licences = bundled(metafile).map((name) => `\n\n${name}\n${'='.repeat(name.length)}\n\n${licenceOf(name)}`);
writeFileSync(join(making, 'licences.txt'), readFileSync(join(values.tool, 'licences.txt'), 'utf8') + licences.join(''));
const { version, license, engines } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
writeFileSync(join(making, 'package.json'), `${JSON.stringify({
  name: 'aushang', version, description: 'Job postings in Markdown as pages that people can read, check themselves against, and apply from', license,
  bin: { aushang: 'aushang.js' }, engines,
}, null, 2)}\n`);
setModes(making);
rmSync(made, { recursive: true, force: true });
renameSync(making, made);

const [{ filename, unpackedSize }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', to], { cwd: made, encoding: 'utf8' }));
// gzip packs it by 20 kB tighter than the zlib within Node, which npm uses.
const archive = join(to, filename), packed = execFileSync('gzip', ['-9n'], { input: gunzipSync(readFileSync(archive)), maxBuffer: 2 ** 26 });
writeFileSync(archive, packed);
console.log(`${archive}: ${packed.length} bytes, unpacked ${unpackedSize}`);
