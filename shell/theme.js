// Light or dark: as the system says, unless the address (?theme=dark) or the page around this one says otherwise.

const root = document.documentElement;

/** @param {unknown} theme @returns {theme is 'auto' | 'light' | 'dark'} */
export const isTheme = (theme) => theme === 'auto' || theme === 'light' || theme === 'dark';

/** @param {'auto' | 'light' | 'dark'} theme @returns {boolean} whether that is another one */
export function setTheme(theme) {
  const before = root.dataset.theme;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  return before !== root.dataset.theme;
}

export function themeFromAddress() {
  const wanted = new URLSearchParams(location.search).get('theme');
  if (isTheme(wanted)) setTheme(wanted);
}
