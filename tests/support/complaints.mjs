// What a page complains of, and what it shouldn't do.

/**
 * Notes what is said on the console, uncaught errors, and requests elsewhere.
 * @param {import('playwright-core').Page} page
 * @param {{all?: boolean, faults?: RegExp, origins?: string[]}} [options] all: messages too that are no errors or warnings;
 *   faults: what may be said on the console; origins: those that may be asked, else all may
 * @returns {() => string[]} ends it and tells what there was
 */
export function listen(page, { all = false, faults, origins } = {}) {
  /** @type {string[]} */
  const complaints = [];
  const onConsole = (/** @type {import('playwright-core').ConsoleMessage} */ message) => {
    const said = `${message.type()}: ${message.text()}`;
    if ((all || ['error', 'warning'].includes(message.type())) && !faults?.test(said)) complaints.push(said);
  };
  const onError = (/** @type {Error} */ error) => { complaints.push(`uncaught: ${error.stack}`); };
  const onRequest = (/** @type {import('playwright-core').Request} */ request) => {
    if (origins && !origins.some((origin) => request.url().startsWith(`${origin}/`))) complaints.push(`asks ${request.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return () => {
    page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
    return complaints;
  };
}
