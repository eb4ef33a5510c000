// Without bar, employer and switch of languages, for pages around that have them: ?bare=1, or the page around says so.
// Before the app, and without it, #au-bare in the address does the same by the style sheet alone.

const root = document.documentElement;

/** @param {boolean} bare @returns {boolean} whether it wasn't so before */
export function setBare(bare) {
  const before = 'bare' in root.dataset;
  root.toggleAttribute('data-bare', bare);
  return before !== bare;
}

export const bareFromAddress = () => setBare(new URLSearchParams(location.search).get('bare') === '1' || location.hash === '#au-bare');
