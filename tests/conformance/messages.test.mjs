// Ways to get the check.json of a real page wrong: each is said once, where it is to be mended, with the place on the page where
// the page knows better.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, sharedFile, temporaryFolder } from '../support/project.mjs';

const seed = sharedFile('seed/phd_2.md');

/** What is put in place of what, and what `check` says of it. @type {[string, string | RegExp, string, RegExp][]} */
const mistakes = [
  ['a misspelt address', '"to": ["zplusj@gmail.com"]', '"to": ["zplusj@gmial.com"]', /:\d+:\d+: other-address: "zplusj@gmial\.com" isn't on the page, where applications go to "zplusj@gmail\.com" \(p\/posting\.md:39:23\)/],
  ['another tag', '{"contains": "[apply-phd-ot]"}', '{"contains": "[apply-phd]"}', /:7:16: other-tag: warning: .* asks for "\[apply-phd-ot\]" \(p\/posting\.md:39:83\)/],
  ['another deadline', '"until_filled"', '{"date": "2027-01-31"}', /:9:17: other-deadline: warning: .* which says "open until filled" \(p\/posting\.md:40:22\)/],
  ['a document that is missing', /\{[^{}]*"id": "transcripts"[^{}]*\},/, '', /material-missing: warning: the page asks for "Transcripts" \(p\/posting\.md:37:3\)/],
  ['a document that isn\'t asked for', '"materials": [', '"materials": [{"id": "proposal", "kind": "research_proposal", "stage": "now", "required": "yes", "label": "Proposal"},', /material-not-asked: warning: .*"research_proposal"; it lists documents from p\/posting\.md:35:3 on/],
  ['a portal', '"inquiry": true', '"portal": "https://jobs.example.org/", "inquiry": true', /other-portal: warning: .* where applications go to "zplusj@gmail\.com" \(p\/posting\.md:39:23\)/],
  ['a country that doesn\'t exist', '"apply": {', '"facts": {"place": {"city": "London", "country": "UK"}}, "apply": {', /:4:\d+: bad-value: "UK" isn't the code of a country; did you mean "GB" \(United Kingdom\)\?/],
  ['a misspelt zone', '"until_filled"', '{"date": "2027-01-31", "zone": "Europe/Belrin"}', /:9:\d+: bad-value: "Europe\/Belrin" isn't a time zone; did you mean "Europe\/Berlin"\?/],
  ['a word as a rule', '{"var": "has_experience"}', '"has_experience"', /constant-rule: "has_experience" alone is no condition: .*; write \{"var": "has_experience"\}\./],
  ['a comma too many', '"deadline": "until_filled"\n', '"deadline": "until_filled",\n', /:9:31: json-syntax: this comma is one too many: only \} follows it/],
  ['a quotation mark too few', '"deadline": "until_filled"', '"deadline": "until_filled', /:9:17: json-syntax: this text has no closing quotation mark/],
  ['words that stand there six times', '"quote": "does not require the German language"', '"quote": "research"', /quote-ambiguous: "research" is on the page 6 times \(p\/posting\.md, lines 13, 26, 27, 28, 44 and 45\)/],
  ['words that stand there otherwise', '"quote": "does not require the German language"', '"quote": "does not need the German language"', /quote-not-found: .* The nearest there is "does not require the German language" \(p\/posting\.md:28:271\)/],
];

test('each mistake in the check.json of the group\'s own page is said once, with its place', { skip: seed ? false : 'there is no page of the group' }, async (t) => {
  const folder = temporaryFolder(t);
  assert.equal(aushang(['init', seed ?? '', '-o', 'right'], { cwd: folder }).code, 0);
  const right = readFileSync(join(folder, 'right/check.json'), 'utf8');
  for (const [what, old, put, expected] of mistakes) {
    await t.test(what, () => {
      cpSync(join(folder, 'right'), join(folder, 'p'), { recursive: true });
      const wrong = right.replace(old, () => put);
      assert.notEqual(wrong, right, 'the draft has what is to be changed');
      writeFileSync(join(folder, 'p/check.json'), wrong);
      const { out } = aushang(['check', 'p', '--today', '2026-11-27'], { cwd: folder });
      assert.match(out, expected);
      assert.equal(out.trimEnd().split('\n').length, 1, out);
    });
  }
});
