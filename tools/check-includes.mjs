// Compiles each of our sources and headers by itself, to see that none leans on what others happen to include.
//
//   node tools/check-includes.mjs [--only=FOLDER] BUILD_FOLDER COMPILER [FLAG…]
//   node tools/check-includes.mjs build/asan g++
//   node tools/check-includes.mjs --only=src build/asan clang++-19 -stdlib=libc++
//
// The build folder's compile_commands.json says how; nothing is written and no code is made. Each library leaves out
// other #includes, so this is worth running with each of them. tests/tools/includes.test.mjs finds most without a compiler.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ directory: string, file: string, command?: string, arguments?: string[] }} Entry of compile_commands.json
 * @typedef {{ name: string, directory: string, flags: string[], text: string | null }} Unit text: what is compiled instead of the file of that name
 */

/** The words of a command line as CMake writes it. @param {string} line */
export const wordsOf = (line) => [...line.matchAll(/(?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s"'\\])+/g)]
  .map(([word]) => word.replace(/\\([\s\S])|"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'/g, (_, escaped, double, single) => escaped ?? double?.replace(/\\([\s\S])/g, '$1') ?? single));

/** What is about files, code or speed, and not about the language; precompiled headers would hide what this looks for. */
const withValue = new Set(['-o', '-MF', '-MT', '-MQ', '-include', '-include-pch', '-Xclang', '-x']);
const alone = /^-(c|M|MM|MD|MMD|MP|O.*|g.*|f(no-)?sanitize.*|f(no-)?lto.*|fpch.*|Winvalid-pch)$/;

/** The flags of an entry that matter here. @param {Entry} entry */
export function flagsOf(entry) {
  const words = (entry.arguments ?? wordsOf(entry.command ?? '')).slice(1);
  return words.filter((word, i) => !withValue.has(word) && !withValue.has(words[i - 1]) && !alone.test(word)
    && resolve(entry.directory, word) !== resolve(entry.directory, entry.file));
}

/** CMake joins sources by a source that includes them; each of them is one to compile. @param {Entry} entry */
function sourcesOf(entry) {
  const file = resolve(entry.directory, entry.file);
  if (!/\/Unity\/unity_\d+_\w+\.\w+$/.test(file)) return [file];
  return [...readFileSync(file, 'utf8').matchAll(/^#include "(.+)"$/gm)].map(([, source]) => source);
}

/** @param {string} folder @param {string} below */
const headersBelow = (folder, below) => readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.h')).map((name) => join(below, name)).sort();

/**
 * What to compile, and the headers in folders of which nothing is compiled in this build.
 * @param {string} project @param {Entry[]} entries @param {string[]} folders of the project
 * @returns {{ units: Unit[], left: string[] }}
 */
export function unitsOf(project, entries, folders) {
  /** @type {Map<string, Unit>} by the source's place in the project */
  const sources = new Map();
  for (const entry of entries) {
    for (const source of sourcesOf(entry)) {
      const name = relative(project, source);
      if (name.endsWith('.cpp') && !sources.has(name)) sources.set(name, { name, directory: entry.directory, flags: flagsOf(entry), text: null });
    }
  }
  // A source begins with its own header, and so compiles that by itself already.
  const begunWith = (/** @type {string} */ header) => {
    const source = sources.get(header.replace(/\.h$/, '.cpp'));
    const first = source && /^\s*#\s*include\s+(.*)/m.exec(readFileSync(join(project, source.name), 'utf8'))?.[1];
    return first?.startsWith('"') && `/${header}"`.endsWith(`/${first.slice(1)}`);
  };
  const units = [...sources.values()].filter(({ name }) => folders.some((folder) => name.startsWith(`${folder}/`)));
  const left = [];
  for (const name of folders.flatMap((folder) => headersBelow(project, folder)).filter((header) => !begunWith(header))) {
    // Where neighbours have different flags, those of one that includes it.
    const near = [...sources.values()].filter((source) => dirname(source.name) === dirname(name));
    const neighbour = near.find((source) => readFileSync(join(project, source.name), 'utf8').includes(`"${basename(name)}"`)) ?? near[0];
    if (neighbour) units.push({ ...neighbour, name, text: `#include "${join(project, name)}"\n` });
    else left.push(name);
  }
  return { units, left };
}

/**
 * What the compiler says about it; empty if nothing.
 * @param {string} project @param {Unit} unit @param {string} compiler @param {string[]} more flags
 * @returns {Promise<string>}
 */
function complaints(project, unit, compiler, more) {
  const input = unit.text === null ? [join(project, unit.name)] : ['-'];
  return new Promise((done, failed) => {
    const child = spawn(compiler, [...unit.flags, ...more, '-Werror', '-fsyntax-only', '-x', 'c++', ...input], { cwd: unit.directory });
    let said = '';
    child.stdout.on('data', (part) => { said += part; });
    child.stderr.on('data', (part) => { said += part; });
    child.stdin.on('error', () => {}); // it ended without reading: it says why
    child.stdin.end(unit.text ?? '');
    child.on('error', failed);
    child.on('close', (code) => done(code === 0 ? '' : said || `${compiler} ended with ${code}`));
  });
}

/**
 * Compiles all of them, as many at once as there are processors, and prints what is wrong with each and a summary.
 * @param {{ project: string, build: string, compiler: string, flags: string[], folders?: string[], print?: (line: string) => void }} what
 * @returns {Promise<boolean>} whether all compile
 */
export async function checkIncludes({ project, build, compiler, flags, folders = ['src', 'tests'], print = console.log }) {
  const begin = Date.now();
  const version = spawnSync(compiler, ['--version']);
  if (version.status !== 0) throw new Error(`There is no compiler '${compiler}' that runs.`);
  // What g++ was told to leave unsaid, clang may not know; and libstdc++'s stable_sort calls what that deprecates.
  const clang = /clang/i.test(`${version.stdout}`) ? ['-Wno-unknown-warning-option', '-Wno-unused-command-line-argument', '-Wno-deprecated-declarations'] : [];
  const { units, left } = unitsOf(project, JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8')), folders);
  if (!units.length) throw new Error(`${build} compiles nothing of ${folders.join(', ')} in ${project}.`);

  let wrong = 0;
  const waiting = units.values();
  const worker = async () => {
    for (const unit of waiting) {
      const said = await complaints(project, unit, compiler, [...clang, ...flags]);
      if (!said) continue;
      ++wrong;
      print(`✗ ${unit.name} does not compile by itself:\n${said.trimEnd()}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));

  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  if (left.length) print(`- left out, as ${build} compiles nothing beside them: ${left.join(' ')}`);
  print(`${wrong ? '✗' : '✓'} ${units.length - wrong} of ${units.length} compile by themselves with ${[compiler, ...flags].join(' ')} (${seconds} s)`);
  return wrong === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const only = words[0]?.startsWith('--only=') ? words.shift()?.slice('--only='.length) : undefined;
  const [build, compiler, ...flags] = words;
  if (!build || !compiler) {
    console.error('Usage: node tools/check-includes.mjs [--only=FOLDER] BUILD_FOLDER COMPILER [FLAG…]');
    process.exitCode = 2;
  } else {
    const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
    try {
      if (!await checkIncludes({ project, build, compiler, flags, folders: only ? [only] : undefined })) process.exitCode = 1;
    } catch (error) {
      console.error(`✗ ${/** @type {Error} */ (error).message}`);
      process.exitCode = 2;
    }
  }
}
