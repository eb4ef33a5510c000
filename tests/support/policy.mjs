// The policies under which every browser test runs: those of the site's own hosting/_headers. What a browser reports as
// against them is a failure.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where browsers send their reports to. */
const reports = '/policy-report';

/**
 * The rules of a _headers file (Netlify, Cloudflare Pages), in their order.
 * @param {string} text @returns {{path: string, headers: Record<string, string>}[]} `path` is what an address begins with
 */
export function readHeaders(text) {
  /** @type {ReturnType<typeof readHeaders>} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) {
      assert.match(line, /^[^*]*\/\*$/);
      rules.push({ path: line.slice(0, -1), headers: {} });
    } else if (line.startsWith('  ')) {
      const [, name, value] = /^ {2}([A-Za-z-]+): (.+)$/.exec(line) ?? assert.fail(`what is "${line}"?`);
      rules[rules.length - 1].headers[name.toLowerCase()] = value;
    } else {
      assert.match(line, /^(#.*)?$/);
    }
  }
  return rules;
}

/** The site that a file is of: the nearest folder above that says how to be served. @param {string} file @param {string} top */
function siteOf(file, top) {
  for (let folder = dirname(file); folder.startsWith(top) && folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'hosting/_headers'))) return folder;
  }
  return null;
}

/**
 * @param {string} [top] the folder that is served
 * @param {() => string} [ancestor] an origin that may frame the pages, besides their own
 * @param {RegExp} [expected] what may be reported: "the browser's name for itself, then the report"
 */
export function watchPolicy(top = '/', ancestor = () => '', expected = /^$/) {
  /** @type {string[]} */
  const violations = [];
  return {
    /** Whether this was a report. @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
    takes(request, response) {
      if (request.url !== reports) return false;
      let body = '';
      request.on('data', (data) => { body += data; });
      request.on('end', () => violations.push(`${request.headers['user-agent']} ${body}`));
      response.writeHead(204).end();
      return true;
    },
    /** What to send with a file of a site; only that types are to be kept, where it says nothing. @param {string} file @returns {Record<string, string>} */
    headers(file) {
      const site = siteOf(file, top);
      if (!site) return { 'x-content-type-options': 'nosniff' };
      const rules = readHeaders(readFileSync(join(site, 'hosting/_headers'), 'utf8')), root = rules[0].path;
      /** @type {Record<string, string>} */
      const headers = {};
      for (const rule of rules) if ((root + relative(site, file)).startsWith(rule.path)) Object.assign(headers, rule.headers);
      headers['content-security-policy'] += ` ${ancestor()}; report-uri ${reports}`;
      return headers;
    },
    judge() { assert.deepEqual(violations.filter((report) => !expected.test(report)), [], 'nothing is done against the policy'); },
  };
}
