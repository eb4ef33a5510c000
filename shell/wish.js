// The wish for plain pages: kept on this device only if it is ticked, and gone when it isn't any more.

const name = 'aushang', plain = 'plain';

/** Throws where the browser keeps nothing. In frames of other pages nothing is kept. @param {boolean} wished */
function keep(wished) {
  if (wished) localStorage.setItem(name, plain);
  else localStorage.removeItem(name);
}

/** @returns {boolean} */
export function wishesPlain() {
  try {
    return parent === window && localStorage.getItem(name) === plain;
  } catch {
    return false;
  }
}

/**
 * @param {() => void} makePlain called when it is ticked
 * @returns {() => void} to be called when the words of the page have changed
 */
export function followWish(makePlain) {
  const render = () => {
    const box = /** @type {HTMLInputElement | null} */ (document.getElementById('au-always-plain'));
    if (box) box.checked = wishesPlain(); // also what browsers put back after a reload
  };
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.id !== 'au-always-plain') return;
    const wished = target.checked, failed = document.getElementById('au-always-failed');
    try {
      keep(wished);
    } catch { /* said below */ }
    render();
    if (failed) {
      const text = /** @type {HTMLElement} */ (failed.firstElementChild);
      failed.hidden = wishesPlain() === wished;
      text.textContent = failed.hidden ? '' : text.dataset.text ?? '';
    }
    if (wished) makePlain();
  });
  addEventListener('storage', render); // ticked in another window
  render();
  return render;
}
