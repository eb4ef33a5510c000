// Says when files have changed and are quiet again.
import { watch as watchFiles } from 'chokidar';

/** A program that saves writes in pieces; this long after the last of them it is done, ms. */
const quiet = 30;
/** Folders that were renamed, and file systems that tell nothing: looked at by ourselves, ms. */
const round = 500;

/**
 * @param {() => string[]} inputs files and folders, there or not
 * @param {() => boolean} isOld whether something has changed since `renew` last read it
 * @param {() => Promise<boolean>} renew reads all; false: something changed meanwhile
 * @returns {{ close: () => Promise<void> }}
 */
export function watch(inputs, isOld, renew) {
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
    if (!closed) timer = setTimeout(act, quiet);
  }
  watcher.on('all', soon);
  watcher.on('error', () => {}); // a folder that is gone; the rounds see it
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
