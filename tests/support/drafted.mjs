// A page and the draft that `aushang init` makes of it, in a folder of its own.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { aushang, temporaryFolder, writeFiles } from './project.mjs';

export const today = '2026-11-01';

export const draftedPage = `---
title: Doctoral position in numerical optimization
---

Our group looks for a doctoral student who writes solvers and proves what they do.

## Who we look for

You have a master's degree and programming experience. Your work is shown by technical reports or publications. Candidates with strong industrial experience will also be considered. The position does not require the German language. It is a position without any teaching duty.

## What you do

- Write solvers and measure them
- Talk about them at two conferences a year
- Share what you find as open software

## How to apply

Please send the following to jobs@group.example, with the subject containing [apply-solver]:

- CV
- Transcripts
- Master's thesis, if any

The deadline is 31 January 2027. Selected candidates will later submit a cover letter.
`;

/** Each of its positions has a tag of its own. */
export const twoPostsPage = `# Two posts in optics

## Postdoc

You have a doctorate. The subject of your mail is [post-1].

## Doctoral student

You have a master's degree. The subject of your mail is [phd-2].

## How to apply

Send your CV to jobs@group.example by 31 January 2027. Whoever is invited brings two reference letters.
`;

/** @param {import('node:test').TestContext} t @param {string} [page] @returns {string} the posting's folder */
export function drafted(t, page = draftedPage) {
  const folder = writeFiles(temporaryFolder(t), { 'page.md': page }), posting = join(folder, 'job');
  const { code, err } = aushang(['init', join(folder, 'page.md'), '-o', posting, '--today', today]);
  assert.equal(code, 0, err);
  return posting;
}
