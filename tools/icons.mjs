// The icons of an installed page, drawn from assets/icons/icon.svg.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {Resvg, initWasm} from '@resvg/resvg-wasm';

const ground = '#0a5aa0';

/**
 * @param {string} svg the icon: a 64 × 64 drawing whose first element is its ground
 * @returns {Promise<Record<string, Uint8Array>>} PNG files by name
 */
export async function drawIcons(svg) {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const inner = svg.replace(/<svg[^>]*>|<\/svg>/g, '').replace(/<rect[^>]*\/>/, '');
  // What is within 40 % of the middle is shown, whatever the form that a device cuts out (W3C, Web Application Manifest, "maskable").
  const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/><g transform="translate(6.4 6.4) scale(.8)">${inner}</g></svg>`;
  const draw = (/** @type {string} */ text, /** @type {number} */ size) => new Resvg(text, {fitTo: {mode: 'width', value: size}}).render().asPng();
  return {'icon-192.png': draw(svg, 192), 'icon-512.png': draw(svg, 512), 'maskable-512.png': draw(maskable, 512), 'touch-180.png': draw(maskable, 180)};
}
