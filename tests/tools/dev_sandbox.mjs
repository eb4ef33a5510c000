// A machine made up for one test: a copy of `dev` in a folder with a space in its name, and a PATH with
// the everyday utilities and whatever programs the test fakes.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {accessSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join, resolve} from 'node:path';
import process from 'node:process';

const repository = resolve(import.meta.dirname, '../..');
const utilities = [
  'awk', 'basename', 'bash', 'cat', 'chmod', 'cp', 'cut', 'date', 'dirname', 'env', 'find', 'flock', 'grep', 'head', 'ls',
  'mkdir', 'mktemp', 'mv', 'nproc', 'readlink', 'rm', 'sed', 'sha256sum', 'shasum', 'sleep', 'sort', 'tail', 'tar', 'touch',
  'tr', 'uname', 'xargs',
];

/**
 * @param {string} name
 * @returns {string|undefined} the program's path on this machine
 */
function programPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // the next folder may have it
    }
  }
  return undefined;
}

export class Sandbox {
  /** @param {import('node:test').TestContext} context the sandbox ends with this test */
  constructor(context) {
    this.folder = mkdtempSync(join(tmpdir(), 'aushang dev '));
    this.project = join(this.folder, 'check out');
    this.bin = join(this.folder, 'bin');
    this.cache = join(this.folder, 'cache');
    for (const folder of [this.bin, join(this.project, 'tools'), join(this.project, 'cmake')]) mkdirSync(folder, {recursive: true});
    cpSync(join(repository, 'dev'), join(this.project, 'dev'));
    cpSync(join(repository, 'tools/dev'), join(this.project, 'tools/dev'), {recursive: true});
    for (const name of utilities) {
      const path = programPath(name);
      if (path) symlinkSync(path, join(this.bin, name));
    }
    this.file('CMakePresets.json', '{}');
    this.archive = 'the archive';
    const hash = createHash('sha256').update(this.archive).digest('hex');
    this.file('cmake/sources.txt', `alpha alpha_1.tar.gz ${hash} main/a/alpha https://upstream.invalid/alpha.tar.gz ${hash}\n`);
    this.fake('id', 'case "$1" in -un) echo visitor ;; *) echo 1000 ;; esac');
    context.after(() => rmSync(this.folder, {recursive: true, force: true}));
  }

  /**
   * @param {string} path inside the checkout
   * @param {string} text
   */
  file(path, text) {
    mkdirSync(join(this.project, path, '..'), {recursive: true});
    writeFileSync(join(this.project, path), text);
  }

  /**
   * @param {string} name
   * @param {string} script what the program of that name does
   */
  fake(name, script) {
    rmSync(join(this.bin, name), {force: true});
    writeFileSync(join(this.bin, name), `#!/usr/bin/env bash\n${script}\n`, {mode: 0o755});
  }

  root() {
    this.fake('id', 'echo 0');
  }

  /** Compiler, CMake and Ninja that are new enough; CMake notes its calls in cmake-calls. */
  nativeTools() {
    this.fake('c++', 'case "$1" in --version) echo "c++ (GCC) 14.2.0" ;; *) echo 14.2.0 ;; esac');
    this.fake('ninja', 'echo 1.12.1');
    this.fake('curl', 'exit 6');
    this.fake('cmake', `
      case "$*" in
        --version) echo "cmake version 3.31.6" ;;
        *) echo "$@" >>${JSON.stringify(join(this.folder, 'cmake-calls'))}
           for folder in build/release build/web-app; do [ ! -d $folder ] || touch $folder/build.ninja; done ;;
      esac`);
  }

  /** An emsdk that is new enough; gives what the environment has to say about it. */
  emscripten() {
    const folder = join(this.folder, 'emsdk/upstream/emscripten');
    mkdirSync(join(folder, 'cmake/Modules/Platform'), {recursive: true});
    writeFileSync(join(folder, 'cmake/Modules/Platform/Emscripten.cmake'), '');
    writeFileSync(join(folder, 'emcc'), '#!/usr/bin/env bash\necho "emcc 4.0.1"\n', {mode: 0o755});
    return {EMSDK: join(this.folder, 'emsdk')};
  }

  /** What CMake was asked to do: presets configured and built, in order. */
  cmakeCalls() {
    return readFileSync(join(this.folder, 'cmake-calls'), 'utf8').trim().split('\n').map((call) => /^(?:--build )?--preset \S+/.exec(call)?.[0] ?? call);
  }

  /** The one library of this sandbox, where ./dev looks for it. */
  sources() {
    mkdirSync(join(this.cache, 'sources'), {recursive: true});
    writeFileSync(join(this.cache, 'sources/alpha_1.tar.gz'), this.archive);
  }

  /** apt as on a Debian 12: reachable, nothing installed, an old Emscripten. */
  oldDebian() {
    this.fake('dpkg-query', 'exit 1');
    this.fake('apt-cache', 'echo "  Candidate: 3.1.6~dfsg-5"');
    this.fake('apt-get', 'case "$1" in indextargets) echo "http://mirror.invalid/debian/" ;; esac');
  }

  /**
   * @param {string[]} words
   * @param {Record<string, string>} [environment]
   */
  dev(words, environment = {}) {
    const result = spawnSync(join(this.bin, 'bash'), [join(this.project, 'dev'), ...words], {
      cwd: '/',
      encoding: 'utf8',
      env: {PATH: this.bin, HOME: this.folder, AUSHANG_CACHE: this.cache, TMPDIR: this.folder, ...environment},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return {status: result.status, output: result.stdout, errors: result.stderr.trimEnd().split('\n')};
  }
}
