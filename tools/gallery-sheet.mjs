// The sheet of `./dev gallery`: all pictures on one page, to be filtered without a script.
import { factors } from './gallery-states.mjs';

/**
 * @typedef {import('./gallery-states.mjs').State} State
 * @typedef {import('./gallery-states.mjs').Look} Look
 * @typedef {{file: string, width: number, height: number}} Slice px of the picture
 * @typedef {{form: string, slices: Slice[]}} Picture from top to bottom
 * @typedef {{look: Look, pictures: Picture[]}} Shown
 */

const names = { width: (/** @type {any} */ value) => `${value} px`, scheme: String, language: (/** @type {any} */ value) => /** @type {Record<string, string>} */ ({ en: 'English', de: 'German' })[value], dpr: (/** @type {any} */ value) => `${value}×` };
const legends = { width: 'Width', scheme: 'Colours', language: 'Language', dpr: 'Density' };
const forms = /** @type {Record<string, string>} */ ({ tile: 'Tile', plain: 'Plain', static: 'Static', failed: 'Failed' });
const keys = /** @type {(keyof typeof factors)[]} */ (Object.keys(factors));

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const describe = (/** @type {Look} */ look) => keys.map((key) => names[key](look[key])).join(', ');

const style = `
:root { color-scheme: light dark; --line: #8888; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
header { padding: 16px 24px; border-bottom: 1px solid var(--line); }
h1, h2, h3 { line-height: 1.3; margin: 0 0 8px; } h3 { font-size: 1rem; }
fieldset { display: inline-block; margin: 0 8px 8px 0; border: 1px solid var(--line); border-radius: 8px; }
label { display: inline-block; margin-right: 12px; min-height: 24px; }
section { padding: 24px; border-bottom: 1px solid var(--line); }
.pair { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; margin-bottom: 24px; }
figure { flex: 0 1 auto; max-width: calc(50% - 8px); margin: 0; }
figure a { display: block; outline-offset: 2px; border: 1px solid var(--line); }
img { display: block; max-width: 100%; height: auto; }
@media (max-width: 700px) { figure { max-width: 100%; } }
${keys.flatMap((key) => factors[key].map((value) => `body:has(#${key}-${value}:not(:checked)) .look[data-${key}="${value}"] { display: none; }`)).join('\n')}`;

/** @param {keyof typeof factors} key */
const filter = (key) => `<fieldset><legend>${legends[key]}</legend>${factors[key].map((value) => `<label><input type="checkbox" id="${key}-${value}" checked> ${names[key](value)}</label>`).join('')}</fieldset>`;

/** @param {State} state @param {Look} look @param {Picture} picture */
function figure({ title }, look, { form, slices }) {
  const shown = slices.map(({ file, width, height }, i) => {
    const [wide, high] = [width, height].map((px) => Math.round(px / look.dpr));
    const alt = `${title}: ${forms[form]}, ${describe(look)}${slices.length > 1 ? `, part ${i + 1} of ${slices.length}` : ''}`;
    return `<a href="${escape(file)}"><img src="${escape(file)}" width="${wide}" height="${high}" loading="lazy" alt="${escape(alt)}"></a>`;
  });
  return `<figure><figcaption>${forms[form]}</figcaption>\n${shown.join('\n')}\n</figure>`;
}

/** @param {{state: State, shown: Shown[]}} entry */
function section({ state, shown }) {
  const looks = shown.map(({ look, pictures }) => `<div class="look" ${keys.map((key) => `data-${key}="${look[key]}"`).join(' ')}>\n<h3>${describe(look)}</h3>\n<div class="pair">\n${pictures.map((picture) => figure(state, look, picture)).join('\n')}\n</div>\n</div>`);
  return `<section id="${state.id}" aria-labelledby="title-${state.id}">\n<h2 id="title-${state.id}">${escape(state.title)}</h2>\n${looks.join('\n')}\n</section>`;
}

/**
 * @param {{state: State, shown: Shown[]}[]} entries in order
 * @returns {string} HTML
 */
export function sheet(entries) {
  const choice = (/** @type {string} */ id, /** @type {string} */ title, checked = '') => `<label><input type="radio" name="state" id="only-${id}"${checked}> ${escape(title)}</label>`;
  const only = entries.map(({ state: { id } }) => `body:has(#only-${id}:checked) section:not(#${id}) { display: none; }`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aushang: every page and state</title>
<style>${style}
${only.join('\n')}
</style>
</head>
<body>
<header>
<h1>Every page and state</h1>
<p>A picture leads to itself in full size. Pages up to 768 px wide are as they are by touch.</p>
<div role="group" aria-label="What is shown">
${keys.map(filter).join('\n')}
<details><summary>One state alone</summary>
<fieldset><legend>State</legend>
${[choice('all', 'All', ' checked'), ...entries.map(({ state: { id, title } }) => choice(id, title))].join('\n')}
</fieldset>
</details>
</div>
</header>
<main>
${entries.map(section).join('\n')}
</main>
</body>
</html>
`;
}
