// Words of a command line as the tool takes them. It knows folders as "/" divides them and no drives; Windows writes
// backslashes and drives, and takes "/jobs" for a folder of the drive it stands on.
import nodePath from 'node:path';
import process from 'node:process';

/** A path of Windows with its drive: a whole word, or behind "--app=" or "thesis=". */
const driven = /(?<=^(?:[\w-]+=)?)([A-Za-z]):[\\/]/;

/**
 * @param {string} path
 * @param {import('node:path').PlatformPath} [system] @param {string} [here] the current folder
 */
export function toolPath(path, system = nodePath, here = process.cwd()) {
  if (system.sep === '/') return path;
  const own = system.parse(here).root.slice(0, 1).toLowerCase();
  return path.replace(driven, (_, drive) => (drive.toLowerCase() === own ? '/' : `//?/${drive}:/`)).replaceAll('\\', '/');
}

/** @param {string[]} words @param {import('node:path').PlatformPath} [system] @param {string} [here] */
export const toolWords = (words, system = nodePath, here = process.cwd()) => words.map((word) => toolPath(word, system, here));
