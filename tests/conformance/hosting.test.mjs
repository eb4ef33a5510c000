// The files for web servers: the same headers in each, the page's own policy in them, and, where a server is installed,
// what that makes of its file.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { readHeaders } from '../support/policy.mjs';
import { aushang, project, smallCheck, temporaryFolder, versionFolder, writeFiles } from '../support/project.mjs';

const app = { 'app/app.js': 'export const words = 1;\n'.repeat(99), 'app/aushang.wasm': '\0asm', 'app/licences.txt': 'MIT\n', 'app/embed.js': '(() => {})();\n' };
const everyKind = ['nginx.conf', 'apache.conf', 'Caddyfile', '_headers'];

/** @param {import('node:test').TestContext} t @param {object | null} [site] @returns {string} where it was built */
function build(t, site = null) {
  const folder = writeFiles(temporaryFolder(t), { ...app, 'job/posting.md': '# Job\n', 'job/check.json': smallCheck(), ...(site && { 'site.json': JSON.stringify(site) }) });
  const { code, err } = aushang(['build', 'job', '-o', 'out/jobs', '--app', 'app'], { cwd: folder });
  assert.equal(code, 0, err);
  return join(folder, 'out/jobs');
}

/** @param {string} site @param {string} name */
const hosting = (site, name) => readFileSync(join(site, 'hosting', name), 'utf8');

/** Headers that a server's file sets, each with its values. @param {string} text */
function headersIn(text) {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [, name, quoted, bare] of text.matchAll(/^\s*(?:add_header |Header always set |header @\w+ )?([A-Z][A-Za-z]*(?:-[A-Za-z]+)+):? (?:"([^"]*)"|(\S.*))/gm)) {
    const values = found[name.toLowerCase()] ??= [];
    const value = quoted ?? bare;
    if (!values.includes(value)) values.push(value);
  }
  return found;
}

test('each of the four says the same headers, and in them the policy that the page brings', (t) => {
  const site = build(t, { url: 'https://www.group.example/jobs/', embedded_in: ['https://www.institute.example', 'https://other.example:8443/'] });
  assert.deepEqual(readdirSync(join(site, 'hosting')).sort(), [...everyKind].sort());
  const [rule, kept] = readHeaders(hosting(site, '_headers'));
  assert.deepEqual([rule.path, kept.path], ['/jobs/', '/jobs/v/']);
  const own = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))?.[1];
  assert.equal(rule.headers['content-security-policy'], `${own}; frame-ancestors 'self' https://www.institute.example https://other.example:8443`);
  assert.deepEqual(Object.keys(rule.headers).sort(), ['access-control-allow-origin', 'content-security-policy', 'permissions-policy', 'referrer-policy', 'x-content-type-options', 'x-dns-prefetch-control']);
  assert.equal(kept.headers['cache-control'], 'public, max-age=31536000, immutable');
  for (const name of everyKind) {
    const found = headersIn(hosting(site, name));
    for (const [header, value] of Object.entries(rule.headers)) assert.deepEqual(found[header], [value], `${header} of ${name}`);
    assert.deepEqual(found['cache-control']?.sort(), (name === '_headers' ? [] : ['no-cache']).concat(kept.headers['cache-control']), name);
    assert.match(hosting(site, name), /\/jobs\//, `${name} says where`);
  }
});

test('nobody else may frame the site if nobody is named, and it lies at the root if no address is', (t) => {
  const site = build(t);
  const [rule, kept] = readHeaders(hosting(site, '_headers'));
  assert.match(rule.headers['content-security-policy'], /; frame-ancestors 'self'$/);
  assert.deepEqual([rule.path, kept.path], ['/', '/v/']);
  assert.equal(rule.headers['access-control-allow-origin'], undefined, 'nor read it from elsewhere');
});

test('each of the four says what becomes of the headers that the host has for all its pages', (t) => {
  const site = build(t);
  for (const name of everyKind) assert.match(hosting(site, name), /^# .*Strict-Transport-Security/m, name);
  const locations = hosting(site, 'nginx.conf').split(/^location /m).slice(1);
  assert.equal(locations.length, 2);
  for (const one of locations) assert.match(one, /^ {2}include aushang-headers\/\*\.conf;$/m);
});

test('the addresses of no site can break out of the files', (t) => {
  for (const url of ['https://x.example/a%22b/', 'https://x.example/a;b/', 'https://x.example/$a/', 'https://x.example/*/']) {
    const [site, plain] = [build(t, { url }), build(t)];
    for (const name of everyKind) assert.equal(hosting(site, name), hosting(plain, name), `${name}: ${url}`);
  }
});

test('they are no part of a version, and not kept on devices', (t) => {
  const [one, other] = [build(t), build(t, { embedded_in: ['https://www.institute.example'] })];
  assert.notEqual(hosting(one, '_headers'), hosting(other, '_headers'));
  assert.equal(readFileSync(join(one, 'version.txt'), 'utf8'), readFileSync(join(other, 'version.txt'), 'utf8'));
  assert.doesNotMatch(readFileSync(join(one, 'sw.js'), 'utf8'), /hosting/);
});

test('the guide prints the policy as it is', (t) => {
  const [rule] = readHeaders(hosting(build(t), '_headers'));
  const guide = readFileSync(join(project, 'docs/guides/plain-hosting.md'), 'utf8');
  for (const [name, value] of Object.entries(rule.headers)) assert.ok(guide.toLowerCase().includes(`${name}: ${value.toLowerCase()}\n`), name);
});

// ---- real servers, where there are some ----

/** @param {string[]} names */
const program = (...names) => names.flatMap((name) => ['/usr/sbin', '/usr/bin', '/usr/local/bin', ...(process.env.AUSHANG_SERVERS?.split(':') ?? [])].map((folder) => join(folder, name))).find((file) => existsSync(file));

const freePort = () => new Promise((/** @type {(port: number) => void} */ done) => {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => done(port));
  });
});

/** How each server is started with its file. @type {Record<string, {programs: string[], file: string, configuration: (folder: string, port: number, part: string) => string, start: (folder: string) => string[]}>} */
const servers = {
  nginx: {
    programs: ['nginx'], file: 'nginx.conf',
    configuration: (folder, port, part) => `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;\nevents {}\nhttp {\n  access_log off;\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${folder}/${kind};\n`).join('')}  server {\n    listen 127.0.0.1:${port};\n    root ${folder}/out;\n    add_header Strict-Transport-Security "max-age=63072000" always;\n    include ${part};\n  }\n}\n`,
    start: (folder) => ['-e', `${folder}/error.log`, '-c', `${folder}/configuration`],
  },
  apache: {
    programs: ['apache2', 'httpd'], file: 'apache.conf',
    configuration: (folder, port, part) => `${['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'setenvif', 'rewrite'].map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so\n`).join('')}ServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nTypesConfig /dev/null\nDocumentRoot ${folder}/out\nDirectoryIndex index.html\nHeader always set Strict-Transport-Security "max-age=63072000"\n<Directory ${folder}/out>\n  Require all granted\n  Options FollowSymLinks\n</Directory>\n<Directory ${folder}/out/jobs>\n  Include ${part}\n</Directory>\n`,
    start: (folder) => ['-d', folder, '-f', `${folder}/configuration`, '-DFOREGROUND'],
  },
  caddy: {
    programs: ['caddy'], file: 'Caddyfile',
    configuration: (folder, port, part) => `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}/caddy\n}\nhttp://127.0.0.1:${port} {\n\troot * ${folder}/out\n\theader Strict-Transport-Security "max-age=63072000"\n\timport ${part}\n}\n`,
    start: (folder) => ['run', '--adapter', 'caddyfile', '--config', `${folder}/configuration`],
  },
};
const apacheModules = process.env.AUSHANG_APACHE_MODULES ?? ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((folder) => existsSync(folder)) ?? '';

for (const [name, { programs, file, configuration, start }] of Object.entries(servers)) {
  const found = program(...programs);
  test(`${name} takes its file and sends what it says`, { skip: !found && `${name} isn't installed here` }, async (t) => {
    const site = build(t, { url: 'https://www.group.example/jobs/' }), folder = join(site, '../..'), port = await freePort();
    writeFiles(folder, { 'out/other.html': '<title>Another page</title>', 'aushang-headers/site.conf': 'add_header Strict-Transport-Security "max-age=63072000" always;\n' });
    mkdirSync(join(folder, 'caddy'));
    writeFiles(folder, { configuration: configuration(folder, port, join(site, 'hosting', file)) });
    const server = spawn(/** @type {string} */ (found), start(folder), { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } });
    let said = '';
    server.stderr.on('data', (data) => { said += data; });
    const ended = new Promise((done) => server.once('exit', done));
    try {
      const get = (/** @type {string} */ path, /** @type {string} */ encoding = 'identity') => new Promise((/** @type {(answer: {status: number, headers: Record<string, string>, size: number}) => void} */ done, refuse) => {
        const asked = request({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': encoding } }, (answer) => {
          let size = 0;
          answer.on('data', (data) => { size += data.length; });
          answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: /** @type {Record<string, string>} */ (answer.headers), size }));
        });
        asked.on('error', refuse);
        asked.end();
      });
      for (const end = Date.now() + 10_000; !(await get('/other.html').catch(() => null))?.size;) {
        assert.ok(Date.now() < end && server.exitCode === null, `it doesn't start: ${said} ${existsSync(`${folder}/error.log`) ? readFileSync(`${folder}/error.log`) : ''}`);
        await new Promise((done) => setTimeout(done, 50));
      }
      const version = versionFolder(site).slice(site.length), [rule] = readHeaders(hosting(site, '_headers'));
      const types = { '/': 'text/html', '/de/index.html': 'text/html', [`${version}/app/app.js`]: 'text/javascript', [`${version}/app/aushang.wasm`]: 'application/wasm', '/manifest.webmanifest': 'application/manifest+json', '/sw.js': 'text/javascript', [`${version}/icon.svg`]: 'image/svg+xml', [`${version}/posting.json`]: 'application/json' };
      const there = Object.entries(types).filter(([path]) => existsSync(join(site, path)));
      assert.ok(there.length >= 7, String(there));
      for (const [path, type] of there) {
        const { status, headers } = await get(`/jobs${path}`);
        assert.equal(status, 200, path);
        assert.equal(headers['content-type']?.split(';')[0], type, `${path}: ${JSON.stringify(headers)}`);
        for (const [header, value] of Object.entries(rule.headers)) assert.equal(headers[header], value, `${header} of ${path}`);
        assert.equal(headers['strict-transport-security'], 'max-age=63072000', `the host's own, of ${path}`);
        assert.equal(headers['cache-control'], path.startsWith('/v/') ? 'public, max-age=31536000, immutable' : 'no-cache', path);
        assert.equal(headers['content-encoding'], undefined, path);
      }
      const packed = `${version}/app/app.js`;
      const { headers, size } = await get(`/jobs${packed}`, 'gzip');
      assert.equal(headers['content-encoding'], 'gzip');
      assert.equal(headers['content-type'].split(';')[0], 'text/javascript');
      assert.match(headers.vary ?? '', /accept-encoding/i);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(size, readFileSync(join(site, `${packed}.gz`)).length);
      assert.equal((await get('/jobs/', 'gzip')).headers['content-encoding'], 'gzip');
      assert.equal((await get('/jobs/', 'gzip')).headers['content-type'].split(';')[0], 'text/html');
      assert.equal((await get('/other.html')).headers['content-security-policy'], undefined, 'other pages stay as they are');
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  });
}
