// aushang: the command line of the npm package.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { serve } from './serve/command.js';
import { processStreams } from './streams.js';
import { Tool } from './tool.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** @returns {Promise<number>} the exit code */
async function main() {
  const tool = new Tool(join(here, 'aushang.wasm'), join(here, 'app'));
  const [command, ...words] = process.argv.slice(2);
  const asksForHelp = words.some((word) => ['--help', '-h'].includes(word));
  // All but this is the same in the native tool.
  if (command === 'serve' && !asksForHelp) return serve(words, tool, join(here, 'serve'));
  return tool.run(process.argv.slice(2), processStreams);
}

main().then((code) => { process.exitCode = code; });
