// What a site is made from, as it lies on disk: which files, and how they are at the moment.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** @param {string} file @returns {string[]} the files that a site.json names, by their paths */
function namedBy(file) {
  try {
    const { logo, logo_dark: logoDark, fonts } = JSON.parse(readFileSync(file, 'utf8'));
    return [logo, logoDark, ...(Array.isArray(fonts) ? fonts.map((font) => font?.file) : [])]
      .filter((name) => typeof name === 'string').map((name) => join(dirname(file), name));
  } catch {
    return []; // absent, or broken at the moment
  }
}

/**
 * @param {string[]} folders of postings @param {string | undefined} site the site.json, if it doesn't lie beside them
 * @returns {string[]} folders and files to look at, whether they are there or not
 */
export function inputsOf(folders, site) {
  const siteFiles = site ? [site] : [...new Set(folders.map((folder) => join(dirname(resolve(folder)), 'site.json')))];
  return [...folders, ...siteFiles, ...siteFiles.flatMap(namedBy)];
}

/** @param {string} path @returns {string[]} */
function stateOf(path) {
  try {
    const about = statSync(path, { bigint: true });
    if (!about.isDirectory()) return [`${path} ${about.ino} ${about.size} ${about.mtimeNs}`];
    return [path, ...readdirSync(path).flatMap((name) => stateOf(join(path, name)))];
  } catch {
    return [`${path} is absent`];
  }
}

/** The same as long as nothing was written, replaced, renamed or taken away. @param {string[]} inputs */
export const fingerprint = (inputs) => inputs.flatMap(stateOf).join('\n');

/** The same as long as the texts and check.json of postings say the same. @param {string[]} folders of postings */
export function digest(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    try {
      for (const name of readdirSync(folder).filter((one) => /\.(md|json)$/.test(one))) hash.update(`${folder}/${name}\n`).update(readFileSync(join(folder, name)));
    } catch {
      hash.update(`${folder} is absent\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
