// The standard streams of this process, as the tool uses them: one piece after the other, at once.
import { readSync, writeSync } from 'node:fs';
import process from 'node:process';
import { isatty } from 'node:tty';

/** Pipes and terminals that others have set up may say "later". @template T @param {() => T} act @returns {T} */
function patiently(act) {
  for (;;) {
    try {
      return act();
    } catch (problem) {
      if (/** @type {NodeJS.ErrnoException} */ (problem).code !== 'EAGAIN') throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** @type {import('./tool.js').Streams} */
export const processStreams = {
  read(length) {
    const buffer = Buffer.alloc(length);
    try {
      return buffer.subarray(0, patiently(() => readSync(0, buffer)));
    } catch (problem) {
      if (/** @type {NodeJS.ErrnoException} */ (problem).code === 'EOF') return buffer.subarray(0, 0); // so Windows says it
      throw problem;
    }
  },
  print(fd, bytes) {
    for (let done = 0; done < bytes.length;) done += patiently(() => writeSync(fd, bytes, done));
  },
  // hasColors() heeds NO_COLOR and TERM; what is no terminal isn't opened for it.
  colours: [1, 2].filter((fd) => isatty(fd) && (fd === 1 ? process.stdout : process.stderr).hasColors()).join(''),
};
