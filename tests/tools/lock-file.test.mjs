// The lock files are what any npm and any registry can serve; and each thing that can be wrong with one is seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOfLock, faultsOfSettings, isRange, lockFiles, mendLock, report, textOfLock } from '../../tools/lock-file.mjs';
import { project, temporaryFolder, writeFiles } from '../support/project.mjs';

for (const file of lockFiles) {
  test(`${file} and the .npmrc beside it have no fault`, () => assert.deepEqual(report(project, file), []));

  test(`${file} is written as npm writes it`, () => {
    const text = readFileSync(join(project, file), 'utf8');
    assert.ok(Object.keys(JSON.parse(text).packages).length > 2);
    assert.equal(textOfLock(JSON.parse(text)), text);
  });
}

test('what package.json overrides is locked in that version', () => {
  const { overrides } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  for (const [name, version] of Object.entries(overrides)) assert.equal(packages[`node_modules/${name}`].version, version, name);
});

test('ranges of versions are told from everything else that npm takes', () => {
  for (const wanted of ['1.2.3', '^1.2.3', '~1.2', '>=1.0.0 <2', '>= 1', '*', '', '1.x', '1', '^1.0.0-next.24', '1.0.0+build', '^28 || ^29.0.3 || *', '1.2 - 3.4.5']) {
    assert.ok(isRange(wanted), wanted);
  }
  for (const wanted of ['latest', 'next', 'latest || ^1', 'npm:other@1.0.0', 'git+ssh://git@host.example/a.git', 'user/repository', 'file:../a', 'https://host.example/a.tgz',
    'workspace:*', 'a.tgz', '^', '1.2.3.4', '^1 latest']) {
    assert.ok(!isRange(wanted), wanted);
  }
});

const integrity = 'sha512-AAAA';
/** A lock file with one package and what it asks for. @param {object} changes @param {object} [project] */
const lockWith = (changes, project = {}) => ({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { asker: '1.0.0' }, ...project },
    'node_modules/asker': { version: '1.0.0', integrity, ...changes },
    'node_modules/asked': { version: '2.5.0', integrity },
  },
});

/** @type {[string, object, RegExp][]} */
const bad = [
  ['a tag', lockWith({ dependencies: { asked: 'latest' } }), /^node_modules\/asker: dependencies ask for asked as "latest".*run node tools\/lock-file\.mjs --write$/],
  ['a tag among the optional ones', lockWith({ optionalDependencies: { asked: 'next' } }), /optionalDependencies ask for asked as "next".*--write$/],
  ['a tag among the peers', lockWith({ peerDependencies: { asked: 'beta' } }), /peerDependencies ask for asked.*--write$/],
  ['a tag of what is not locked', lockWith({ peerDependencies: { absent: 'latest' } }), /absent as "latest".*take another version of this package$/],
  ['a tag of the project', lockWith({}, { devDependencies: { asked: 'latest' } }), /^the project: devDependencies ask for asked.*write a version in package\.json/],
  ['a repository', lockWith({ dependencies: { asked: 'github:somebody/asked' } }), /no range of versions; take another version/],
  ['an archive', lockWith({ dependencies: { asked: 'https://host.example/asked.tgz' } }), /no range of versions; take another version/],
  ['a folder', lockWith({ dependencies: { asked: 'file:../asked' } }), /no range of versions; take another version/],
  ['an origin', lockWith({ resolved: 'https://host.example/asker.tgz' }), /^node_modules\/asker: "resolved" names.*--write$/],
  ['a link', lockWith({ link: true }), /it is a link/],
  ['no version', lockWith({ version: undefined }), /it has no version/],
  ['a version that is none', lockWith({ version: 'latest' }), /it has no version/],
  ['no integrity', lockWith({ integrity: undefined }), /it has no integrity/],
  ['a weak integrity', lockWith({ integrity: 'sha1-AAAA' }), /it has no integrity of the kind sha512/],
  ['an old form', { ...lockWith({}), lockfileVersion: 2 }, /^lockfileVersion: it is 2, not 3; run npm install --lockfile-version 3$/],
  ['no packages', { lockfileVersion: 3 }, /^lockfileVersion/],
];
const lines = (/** @type {object} */ lock) => faultsOfLock(lock).map(({ entry, wrong, remedy }) => `${entry}: ${wrong}; ${remedy}`);

for (const [what, lock, expected] of bad) {
  test(`a lock file with ${what} is refused`, () => {
    assert.equal(lines(lock).length, 1, lines(lock).join('\n'));
    assert.match(lines(lock)[0], expected);
  });
}

test('a lock file without faults is left as it is', () => {
  const lock = lockWith({ dependencies: { asked: '^2.0.0' } });
  assert.deepEqual(lines(lock), []);
  assert.deepEqual(mendLock(lock), lock);
});

test('mending writes the version that the asking package gets', () => {
  const lock = lockWith({ resolved: 'https://host.example/asker.tgz', dependencies: { asked: 'latest', inner: 'latest', '@scope/kept': '^1' } });
  Object.assign(lock.packages, {
    'node_modules/asker/node_modules/inner': { version: '3.0.0', integrity, dependencies: { asked: 'next' } },
    'node_modules/inner': { version: '4.0.0', integrity },
    'node_modules/other': { version: '1.0.0', integrity, dependencies: { inner: 'latest' } },
  });
  const mended = mendLock(lock);
  assert.deepEqual(lines(mended), []);
  assert.deepEqual(mended.packages?.['node_modules/asker'], { version: '1.0.0', integrity, dependencies: { asked: '2.5.0', inner: '3.0.0', '@scope/kept': '^1' } });
  assert.equal(mended.packages?.['node_modules/asker/node_modules/inner'].dependencies?.asked, '2.5.0');
  assert.equal(mended.packages?.['node_modules/other'].dependencies?.inner, '4.0.0');
});

test('mending leaves alone what only people can decide', () => {
  const lock = lockWith({ dependencies: { asked: 'a.tgz', absent: 'latest' } }, { devDependencies: { asked: 'latest' } });
  assert.deepEqual(mendLock(lock), lock);
  assert.equal(lines(lock).length, 3);
});

test('a .npmrc keeps origins out of the lock file and names no registry', () => {
  const line = 'omit-lockfile-registry-resolved = true\n';
  assert.deepEqual(faultsOfSettings(`# why\n${line}`), []);
  assert.equal(faultsOfSettings('').length, 1);
  assert.equal(faultsOfSettings(`# ${line}`).length, 1);
  for (const more of ['registry=https://host.example/', '@scope:registry=https://host.example/', '//host.example/:_authToken=x', 'https-proxy=http://host.example']) {
    assert.equal(faultsOfSettings(`${line}${more}\n`).length, 1, more);
  }
});

test('a report says which file it is about', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'deep/package-lock.json': textOfLock(lockWith({ resolved: 'x' })) });
  assert.deepEqual(report(folder, 'deep/package-lock.json').map((text) => text.split(': ')[0]), ['deep/package-lock.json', 'deep/.npmrc']);
});
