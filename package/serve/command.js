// aushang serve DIR…: the site in a browser, anew whenever a file changes, with what is to be said about it.
import process from 'node:process';
import { parseArgs } from 'node:util';

import { fingerprint, inputsOf } from './inputs.js';
import { Preview } from './preview.js';
import { Server } from './server.js';
import { Steps } from './steps.js';
import { watch } from './watch.js';

const firstPort = 8080, lastPort = 8179;
/** @param {string} mistake */
function usage(mistake) {
  console.error(`aushang serve: ${mistake}\nSee: aushang serve --help`);
  return 2;
}

/** @param {string[]} words */
function read(words) {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { port: { type: 'string' }, site: { type: 'string' }, today: { type: 'string' } } });
  return { folders: positionals, ...values };
}

/** @param {string | undefined} said @returns {number[]} ports to try, in order; none if it isn't one */
function portsToTry(said) {
  if (said === undefined) return Array.from({ length: lastPort - firstPort + 1 }, (_, index) => firstPort + index);
  return /^\d{1,5}$/.test(said) && Number(said) <= 65535 ? [Number(said)] : [];
}

/**
 * Builds, serves and watches.
 * @param {{ folders: string[], site?: string, today?: string, ports: number[] }} asked ports: to try, in order
 * @param {import('../tool.js').Tool} tool @param {string} here with bar.js and bar.css
 * @param {(preview: Preview) => void} renewed told after each build but the first
 * @returns {Promise<{ preview: Preview, address: string, close: () => Promise<void> } | undefined>} nothing where every port is taken
 */
export async function start({ folders, site, today, ports }, tool, here, renewed) {
  const inputs = () => inputsOf(folders, site);
  const options = [...(site ? ['--site', site] : []), ...(today ? ['--today', today] : [])];
  const preview = new Preview(tool, folders, options, () => fingerprint(inputs()));
  await preview.build(); // what changes meanwhile is seen below
  await preview.check();
  const server = new Server(preview, new Steps(tool, folders, today ? ['--today', today] : []), here);
  let found = false;
  for (let at = 0; !found && at < ports.length; ++at) found = await server.listen(ports[at]);
  if (!found) return undefined;
  const watching = await watch(inputs, () => preview.isOld(), async () => {
    const built = await preview.build();
    if (built === 'changing') return false;
    if (built === 'other page') {
      server.tell();
      await server.rests(() => preview.isOld());
      if (preview.isOld()) return false;
    }
    await preview.check();
    server.tell();
    renewed(preview);
    return true;
  });
  return {
    preview, address: server.address(),
    async close() {
      await watching.close();
      server.close();
    },
  };
}

/** @param {Preview} preview */
function say({ findings }) {
  for (const { file, line, column, severity, message } of findings) console.log(`  ${file}${line ? `:${line}:${column}` : ''}${file ? ': ' : ''}${severity === 'error' ? '' : 'warning: '}${message}`);
}

/**
 * @param {string[]} words after "serve" @param {import('../tool.js').Tool} tool @param {string} here with bar.js and bar.css
 * @returns {Promise<number>} the exit code; where it is 0, it goes on until it is stopped
 */
export async function serve(words, tool, here) {
  let asked;
  try {
    asked = read(words);
  } catch (problem) {
    return usage(/** @type {Error} */ (problem).message);
  }
  if (asked.folders.length === 0) return usage('name the folder of a posting.');
  const ports = portsToTry(asked.port);
  if (ports.length === 0) return usage('--port is a number from 0 to 65535.');
  const session = await start({ ...asked, ports }, tool, here, (preview) => {
    console.log(`${new Date().toLocaleTimeString()} ${preview.findings.some(({ severity }) => severity === 'error') ? 'not built' : 'built'}`);
    say(preview);
  });
  if (!session) {
    console.error(ports.length === 1 ? `aushang serve: port ${ports[0]} is taken. Name another with --port.` : `aushang serve: the ports ${firstPort} to ${lastPort} are all taken. Name a free one with --port.`);
    return 1;
  }
  console.log(`${asked.folders.join(', ')}: ${session.address} (stop with Ctrl-C)`);
  say(session.preview);
  process.once('SIGINT', () => process.exit(0));
  return 0;
}
