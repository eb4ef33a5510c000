// A small page with a strict content security policy, for trying the engines: a WebGL2 canvas, lines of
// text in every way a page can break them, and, if asked, every fault a page can have.
import { createServer } from 'node:http';

const page = (/** @type {string} */ head) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src *">
<title>Engines</title><link rel="stylesheet" href="/style.css">${head}</head>
<body><canvas id="canvas" width="100" height="50"></canvas><div id="box"></div>
<main id="text">
<p id="wrapped">Seven words <em>of <strong>nested</strong></em> text wrap here<sup>2</sup></p>
<p id="broken">one<br>two<wbr>three &shy;four</p>
<pre id="kept">  kept
  as is</pre>
<div id="placed"><span class="first">first line, </span><span class="second">second <b>line</b></span></div>
<ul><li>item<ul><li>inner</li></ul></li></ul>
<p class="hidden">not here</p><p class="gone">nor here</p><p class="clear">here: 日本語 😀</p>
</main></body></html>`;

const style = `
html { background: white; color: black } body { margin: 0; height: 3000px; font: 16px/1.5 "DejaVu Sans", sans-serif }
@media (prefers-color-scheme: dark) { html { background: black; color: white } }
#canvas { position: absolute; left: 10px; top: 10px; width: 100px; height: 50px }
#box { position: absolute; left: 130px; top: 20px; width: 40px; height: 25px; background: #06c }
main { position: absolute; top: 80px; left: 10px; width: 300px }
em { font-style: normal } #wrapped { width: 14em } #placed { position: relative; height: 3em }
#placed span { position: absolute; left: 0; white-space: nowrap } .second { top: 1.5em }
pre { white-space: pre-wrap } .hidden { visibility: hidden } .gone { display: none } .clear { -webkit-text-fill-color: transparent }`;

const script = `
const canvas = document.getElementById('canvas');
canvas.width *= devicePixelRatio; canvas.height *= devicePixelRatio;
const gl = canvas.getContext('webgl2');
gl?.clearColor(1, 0.5, 0, 1); gl?.clear(gl.COLOR_BUFFER_BIT);
window.styleAtStart = getComputedStyle(document.getElementById('box')).opacity;
window.scriptsAtStart = document.scripts.length;`;

const faults = `
console.error('wrong', 1); console.warn('strange'); console.log('not a fault');
document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
fetch('/missing'); fetch(\`http://localhost:\${location.port}/elsewhere\`).catch(() => {});
setTimeout(() => { throw new Error('late'); });`;

/** @type {Record<string, [type: string, body: string]>} */
const answers = {
  '/': ['text/html', page('<script src="/script.js" defer></script>')],
  '/faults': ['text/html', page('<script src="/faults.js" defer></script>')],
  '/style.css': ['text/css', style],
  '/script.js': ['text/javascript', script],
  '/faults.js': ['text/javascript', faults],
};

/** @returns {Promise<{origin: string, close: () => Promise<void>}>} */
export function serveEnginesPage() {
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? [];
    if (type) response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    else response.writeHead(404).end();
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({ origin: `http://127.0.0.1:${port}`, close: () => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections(); }) });
    });
  });
}
