// What a page complains of, and what it shouldn't do.

/**
 * Notes what is said on the console, uncaught errors, and requests elsewhere.
 * @param {import('playwright-core').Page} page
 * @param {{all?: boolean, faults?: RegExp, origin?: string}} [options] all: messages too that are no errors or warnings;
 *   faults: what may be said; origin: the one that may be asked, else all may
 * @returns {() => string[]} ends it and tells what there was
 */
export function listen(page, { all = false, faults, origin } = {}) {
  /** @type {string[]} */
  const complaints = [];
  const complain = (/** @type {string} */ text) => { if (!faults?.test(text)) complaints.push(text); };
  const onConsole = (/** @type {import('playwright-core').ConsoleMessage} */ message) => { if (all || ['error', 'warning'].includes(message.type())) complain(`${message.type()}: ${message.text()}`); };
  const onError = (/** @type {Error} */ error) => complain(`uncaught: ${error.stack}`);
  const onRequest = (/** @type {import('playwright-core').Request} */ request) => { if (origin && !request.url().startsWith(origin)) complain(`asks ${request.url()}`); };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return () => {
    page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
    return complaints;
  };
}
