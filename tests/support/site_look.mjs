// A site whose look is all its own: colours and a logo for each mode, and fonts that can't be taken for others.
import { boxFont } from './woff2.mjs';

const picturing = (/** @type {string} */ colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="36"><rect width="60" height="36" fill="${colour}"/></svg>`;
const siteJson = {
  name: 'Ours', logo: 'logo.svg', logo_dark: 'night.svg',
  theme: { accent: '#7a1f3d', paper: '#fff4d6', ink: '#301000', font: "'Boxes', serif", dark: { accent: '#f4b6c8', paper: '#001828', ink: '#e0ffe0' } },
  fonts: [{ family: 'Boxes', file: 'text.woff2', weight: '400 700' }, { family: 'Boxes', file: 'slanted.woff2', style: 'italic' }],
};
export const posting = '---\ntitle: A posting\n---\nA paragraph with [a link](https://x.example/), with *words that lean* and **words that weigh**, long enough to be broken into lines wherever the window ends, and that twice.\n\n- First thing\n- Second thing, *leaning*\n\n## Heading\n\nOne more paragraph of plain text.\n';
export const red = [255, 0, 0];
const blue = [0, 0, 255];
/** What is painted and computed. */
export const light = { paper: [0xFF, 0xF4, 0xD6], accent: 'rgb(122, 31, 61)', ink: [0x30, 0x10, 0], logo: red };
export const dark = { paper: [0, 0x18, 0x28], accent: 'rgb(244, 182, 200)', ink: [0xE0, 0xFF, 0xE0], logo: blue };

/** What lies beside the postings. */
export const siteFiles = () => ({ 'site.json': JSON.stringify(siteJson), 'logo.svg': picturing('#f00'), 'night.svg': picturing('#00f'), 'text.woff2': boxFont(), 'slanted.woff2': boxFont({ width: 700 }) });
