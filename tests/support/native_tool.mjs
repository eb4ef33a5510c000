// The native tool in place of the npm package's: what stands around it is tested without building the package.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { project, tool } from './project.mjs';

/** @returns {import('../../package/tool.js').Tool} */
export const nativeTool = (cwd = project) => /** @type {any} */ ({
  /** @param {string[]} words @param {import('../../package/tool.js').Streams} streams */
  async run(words, { read, print }) {
    const child = spawn(tool, words, { cwd, stdio: 'pipe' });
    for (let bytes = read(65536); bytes.length > 0; bytes = read(65536)) child.stdin.write(bytes);
    child.stdin.on('error', () => {}).end(); // it needn't read it all
    child.stdout.on('data', (bytes) => print(1, bytes));
    child.stderr.on('data', (bytes) => print(2, bytes));
    const [code] = await once(child, 'close');
    return code;
  },
});
