// What a reader chose, wrote and looked at, carried over a reload of the page. Runs in the page.

/**
 * @typedef {{ id: string, checked: boolean, value: string }} Field
 * @typedef {{ path: string, x: number, y: number, fields: Field[], open: string[], focus: string, selection: [number, number] | null }} Kept
 */

const key = 'aushang-preview';

/** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
const fields = () => [...document.querySelectorAll(/** @type {'input'} */ (':is(input, textarea)[id]'))];

/** @param {HTMLElement} field @returns {field is HTMLInputElement} */
const isOption = (field) => field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type);

/** Whether what was kept isn't back in its place yet. */
let isComing = false;

/** Keeps it for the page that comes next in this tab. */
export function keep() {
  history.scrollRestoration = 'auto'; // so that the next page is painted there at once
  if (isComing || sessionStorage.getItem(key)) return; // what was kept before, and isn't back yet, holds
  const focused = document.activeElement;
  const written = focused instanceof HTMLTextAreaElement || (focused instanceof HTMLInputElement && !isOption(focused));
  /** @type {Kept} */
  const kept = {
    path: location.pathname, x: scrollX, y: scrollY,
    fields: fields().filter((field) => (isOption(field) ? field.checked : field.value !== '')).map((field) => ({ id: field.id, checked: isOption(field), value: field.value })),
    open: [...document.querySelectorAll('details[open][id]')].map(({ id }) => id),
    focus: focused?.id ?? '',
    selection: written && focused.selectionStart !== null ? [focused.selectionStart, focused.selectionEnd ?? focused.selectionStart] : null,
  };
  sessionStorage.setItem(key, JSON.stringify(kept));
}

/** Gives a field what it had; true if it hadn't that. @param {Field} kept */
function fill({ id, checked, value }) {
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (document.getElementById(id));
  if (!field) return false;
  if (isOption(field)) {
    if (!checked || field.checked) return false;
    field.checked = true;
  } else {
    if (field.value === value) return false;
    field.value = value;
  }
  return true;
}

/** Puts everything back: at once, so that the app finds it, and again once the app has shown what hangs on it. */
export async function putBack() {
  const text = sessionStorage.getItem(key);
  if (text) {
    /** @type {Kept} */
    const kept = JSON.parse(text);
    isComing = true;
    if (kept.path === location.pathname) await fillIn(kept);
    isComing = false;
  }
  sessionStorage.removeItem(key);
}

/** @param {Kept} kept */
async function fillIn(kept) {
  const place = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
  history.scrollRestoration = 'manual';
  kept.fields.forEach(fill);
  for (const id of kept.open) document.getElementById(id)?.setAttribute('open', '');
  place();
  const isUp = () => ['ready', 'plain', 'failed'].includes(document.documentElement.dataset.aushang ?? '');
  if (!document.getElementById('au-wasm')) return;
  for (let frames = 0; !isUp() && frames < 600; ++frames) await new Promise(requestAnimationFrame);
  // An answer may bring the question that the next one is about.
  for (let quiet = 0; quiet < 3; ++quiet) {
    for (const one of kept.fields) {
      if (!fill(one)) continue;
      const field = /** @type {HTMLElement} */ (document.getElementById(one.id));
      field.dispatchEvent(new Event(isOption(field) ? 'change' : 'input', { bubbles: true }));
      quiet = 0;
    }
    await new Promise(requestAnimationFrame);
  }
  const focused = document.getElementById(kept.focus);
  focused?.focus({ preventScroll: true });
  if (kept.selection && (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) focused.setSelectionRange(...kept.selection);
  place();
}
