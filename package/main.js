// aushang: the command line of the npm package.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { processStreams } from './streams.js';
import { Tool } from './tool.js';

const here = fileURLToPath(new URL('.', import.meta.url));

const tool = new Tool(join(here, 'aushang.wasm'), join(here, 'app'));

tool.run(process.argv.slice(2), processStreams).then((code) => { process.exitCode = code; });
