// An X server without a screen. It picks a display number that is free.
import { once } from 'node:events';
import { endProgram, findProgram, startProgram } from './programs.mjs';

export const xvfb = findProgram('Xvfb');

/**
 * The environment for a program that draws there, on the processor.
 * @typedef {{environment: NodeJS.ProcessEnv, close: () => Promise<void>}} Display
 * @returns {Promise<Display>}
 */
export async function startDisplay() {
  if (!xvfb) throw new Error('There is no Xvfb.');
  const child = startProgram(xvfb, ['-displayfd', '3', '-screen', '0', '2560x1600x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const [answer] = await Promise.race([
    once(number, 'data'),
    once(child, 'exit').then(() => { throw new Error('Xvfb does not start.'); }),
  ]);
  const environment = { ...process.env, DISPLAY: `:${String(answer).trim()}`, LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
  for (const name of ['WAYLAND_DISPLAY', 'GDK_SCALE', 'GTK_THEME']) delete (/** @type {NodeJS.ProcessEnv} */ (environment))[name];
  return { environment, close: () => endProgram(child) };
}
