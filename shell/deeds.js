// What people do in the panel, told to the core. Only the document's own elements are activated: by click, key, touch
// or assistive technology alike.

/** @param {string} text @returns {Promise<boolean>} whether it is in the clipboard now */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // in frames without the right, and where the page isn't served securely
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.className = 'au-say';
  area.value = text;
  if (focused) area.style.top = `${focused.getBoundingClientRect().top + scrollY}px`; // where it is, nothing scrolls
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}

/** Where nothing may be copied by script, the text lies there selected until one goes on. @param {HTMLElement} button @param {string} text */
function showSelected(button, text) {
  const area = document.createElement('textarea');
  const { left, bottom, width } = /** @type {Element} */ (button.parentElement).getBoundingClientRect();
  area.className = 'au-copy';
  area.readOnly = true;
  area.value = text;
  area.setAttribute('aria-label', button.textContent ?? '');
  Object.assign(area.style, { left: `${left + scrollX}px`, top: `${bottom + scrollY + 4}px`, width: `${width}px` });
  area.addEventListener('blur', () => area.remove(), { once: true });
  area.addEventListener('keydown', ({ key }) => { if (key === 'Escape') button.focus(); });
  document.body.append(area);
  area.focus();
  area.select();
}

/** What is pressed stays under the finger until it is let go of: what a field says once it is left moves what is below. */
function whenLetGo() {
  let pressed = false;
  document.addEventListener('pointerdown', () => { pressed = true; }, true);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => { pressed = false; }, true);
  return (/** @type {() => void} */ act) => {
    if (!pressed) return act();
    const letGo = new AbortController();
    // The click comes right after the pointer is up, before the next frame.
    for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => { letGo.abort(); requestAnimationFrame(act); }, { signal: letGo.signal, capture: true });
  };
}

/** @param {import('./panel.js').Panel} panel @param {import('./core.js').Core} core */
export function listen(panel, core) {
  const { root } = panel;
  const afterPress = whenLetGo();
  const optionOf = (/** @type {HTMLInputElement} */ input) => input.id.replace(/-input$/, '');
  const isOption = (/** @type {EventTarget | null} */ target) => target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
  /** @param {EventTarget | null} target @returns {target is HTMLInputElement | HTMLTextAreaElement} */
  const isField = (target) => !isOption(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
  root.addEventListener('change', ({ target }) => {
    // What a field holds was told letter by letter; that it was left matters to questions.
    if (isField(target) && target.id.startsWith('au-f-')) {
      afterPress(() => {
        core.act(target.id, target.value, true);
        panel.say(target.id.replace('au-f-', 'au-unread-'));
      });
    }
    if (!isOption(target)) return;
    panel.hold(/** @type {HTMLElement} */ (target));
    core.act(optionOf(/** @type {HTMLInputElement} */ (target)), '', /** @type {HTMLInputElement} */ (target).checked);
  });
  root.addEventListener('input', ({ target }) => {
    if (!isField(target)) return;
    panel.hold(target);
    core.act(target.id, target.value, false);
  });
  // The browser opens a disclosure right after this, and the core gives what it holds its place before that is seen …
  root.addEventListener('click', ({ target }) => {
    const summary = target instanceof Element ? target.closest('summary') : null;
    if (!summary) return;
    panel.hold(summary);
    const disclosure = /** @type {HTMLDetailsElement} */ (summary.parentElement);
    core.act(disclosure.id, '', !disclosure.open);
  });
  // … and where the browser found something in it.
  root.addEventListener('toggle', ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open !== panel.isOpen(target.id)) core.act(target.id, '', target.open);
  }, true);
  root.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const text = panel.valueOf(button.id);
    if (text && !(await copy(text))) return showSelected(button, text);
    panel.hold(button);
    core.act(button.id, '', true);
    if (text) panel.say(button.id);
  });
}

/** What was chosen before the core was there, or put back by the browser. @param {import('./panel.js').Panel} panel @param {import('./core.js').Core} core */
export function adopt({ root }, core) {
  for (const disclosure of root.querySelectorAll('details[open]')) core.act(disclosure.id, '', true);
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll('input, textarea'))) {
    if (['radio', 'checkbox'].includes(input.type)) {
      if (input.checked) core.act(input.id.replace(/-input$/, ''), '', true);
    } else if (input.value !== '') {
      core.act(input.id, input.value, true);
    }
  }
}
