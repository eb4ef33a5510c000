// Says when files have changed.
import { once } from 'node:events';
import { watch as watchFiles } from 'chokidar';

/** One save is several events; this long after the last of them all is read, ms. Whether that was the whole shows then. */
const together = 5;
/** Folders that were renamed, and file systems that tell nothing: looked at by ourselves, ms. */
const round = 500;

/**
 * @param {() => string[]} inputs files and folders, there or not
 * @param {() => boolean} isOld whether something has changed since `renew` last read it
 * @param {() => Promise<boolean>} renew reads all; false: something changed meanwhile
 * @returns {Promise<{ close: () => Promise<void> }>} once it watches
 */
export async function watch(inputs, isOld, renew) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let busy = false, closed = false;
  const watcher = watchFiles(inputs(), { ignoreInitial: true, atomic: false });
  async function act() {
    if (busy || closed) return;
    busy = true;
    const whole = !isOld() || await renew();
    busy = false;
    if (!whole || isOld()) soon();
  }
  function soon() {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(act, together);
  }
  watcher.on('all', soon);
  watcher.on('error', () => {}); // a folder that is gone; the rounds see it
  await once(watcher, 'ready');
  const rounds = setInterval(() => {
    if (!isOld()) return;
    watcher.add(inputs()); // what has come back
    soon();
  }, round);
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(rounds);
      await watcher.close();
    },
  };
}
