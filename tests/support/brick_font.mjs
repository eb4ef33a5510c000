// A font made for tests (OpenType 1.9): every sign is the same brick, half as wide as the font is large; spaces are empty, and
// the cross of what isn't met is one. With it a page has the same lines and boxes on every machine, whatever fonts there are.

const unitsPerEm = 1000, advance = 500, ascent = 800, descent = 200;

/** Numbers as big-endian bytes: [how many bytes, number]… @param {[1 | 2 | 4, number][]} fields */
function bytes(fields) {
  const out = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, number] of fields) {
    out.writeUIntBE(number < 0 ? number + 256 ** size : number, at, size);
    at += size;
  }
  return out;
}
/** @param {...number} numbers two bytes each */
const words = (...numbers) => bytes(numbers.map((number) => [2, number]));

/** @param {[x: number, y: number][][]} contours of four points each */
function glyph(contours) {
  const points = contours.flat(), ends = contours.map((_, i) => 4 * i + 3);
  const [x, y] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const steps = (/** @type {number[]} */ all) => all.map((value, i) => value - (all[i - 1] ?? 0));
  const flags = Buffer.alloc(points.length, 1); // on the curve; both coordinates in two bytes
  return Buffer.concat([words(contours.length, Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y), ...ends, 0), flags, words(...steps(x)), words(...steps(y))]);
}
const brick = glyph([[[40, 0], [40, 600], [460, 600], [460, 0]]]);
const cross = glyph([[[40, 80], [380, 500], [460, 500], [120, 80]], [[380, 80], [40, 500], [120, 500], [460, 80]]]);

/** Many signs to one glyph: format 13. @param {[first: number, last: number, glyph: number][]} groups */
function characters(groups) {
  const table = bytes([[2, 13], [2, 0], [4, 16 + 12 * groups.length], [4, 0], [4, groups.length], ...groups.flat().map((number) => /** @type {[4, number]} */ ([4, number]))]);
  return Buffer.concat([words(0, 1, 3, 10), bytes([[4, 12]]), table]);
}

/** @param {string} family */
function names(family) {
  const texts = [[1, family], [2, 'Regular'], [3, family], [4, family], [5, 'Version 1'], [6, family]].map(([id, text]) => ({ id: Number(id), data: Buffer.from(String(text), 'utf16le').swap16() }));
  let at = 0;
  const records = texts.map(({ id, data }) => words(3, 1, 0x409, id, data.length, (at += data.length) - data.length));
  return Buffer.concat([words(0, texts.length, 6 + 12 * texts.length), ...records, ...texts.map(({ data }) => data)]);
}

/** @param {string} family @returns {Buffer} a TrueType font */
export function brickFont(family) {
  const [sign, no, space] = [1, 2, 3], outlines = [Buffer.alloc(0), brick, cross, Buffer.alloc(0)];
  const places = outlines.reduce((found, { length }) => [...found, /** @type {number} */ (found.at(-1)) + length], [0]);
  /** @type {Record<string, Buffer>} in the order of their tags */
  const tables = {
    'OS/2': Buffer.concat([words(4, advance, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0), Buffer.alloc(10), bytes([[4, 1], [4, 0], [4, 0], [4, 0]]), Buffer.from('TEST'), words(0x40, 0x20, 0xffff, ascent, -descent, 0, ascent, descent), bytes([[4, 1], [4, 0]]), words(500, 600, 0, 0x20, 1)]),
    cmap: characters([[0x20, 0x20, space], [0x21, 0x9f, sign], [0xa0, 0xa0, space], [0xa1, 0x1fff, sign], [0x2000, 0x200a, space], [0x200b, 0x2027, sign], [0x2030, 0x2714, sign], [0x2715, 0x2715, no], [0x2716, 0xfefe, sign], [0xff00, 0x10ffff, sign]]),
    glyf: Buffer.concat(outlines),
    head: bytes([[4, 0x10000], [4, 0x10000], [4, 0], [4, 0x5f0f3cf5], [2, 3], [2, unitsPerEm], [4, 0], [4, 0], [4, 0], [4, 0], [2, 0], [2, 0], [2, 500], [2, 600], [2, 0], [2, 8], [2, 2], [2, 0], [2, 0]]),
    hhea: words(1, 0, ascent, -descent, 0, advance, 40, 40, 460, 1, 0, 0, 0, 0, 0, 0, 0, outlines.length),
    hmtx: words(...outlines.flatMap(({ length }) => [advance, length ? 40 : 0])),
    loca: words(...places.map((place) => place / 2)),
    maxp: bytes([[4, 0x10000], ...[outlines.length, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].map((number) => /** @type {[2, number]} */ ([2, number]))]),
    name: names(family),
    post: bytes([[4, 0x30000], [4, 0], [2, -100], [2, 50], [4, 0], [4, 0], [4, 0], [4, 0], [4, 0]]),
  };
  const count = Object.keys(tables).length, power = 2 ** Math.floor(Math.log2(count));
  let at = 12 + 16 * count;
  /** @type {Buffer[]} */
  const directory = [], data = [];
  for (const [tag, table] of Object.entries(tables)) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    let sum = 0;
    for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
    directory.push(Buffer.from(tag), bytes([[4, sum], [4, at], [4, table.length]]));
    data.push(padded);
    at += padded.length;
  }
  return Buffer.concat([bytes([[4, 0x10000]]), words(count, power * 16, Math.log2(power), (count - power) * 16), ...directory, ...data]);
}

/**
 * Puts the font on a page before its own scripts run, for all weights and slants. Runs in the page.
 * @param {{family: string, base64: string}} font
 */
export function installFont({ family, base64 }) {
  const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  for (const style of ['normal', 'italic']) document.fonts.add(new FontFace(family, data.buffer, { weight: '1 1000', style }));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*, *::before, *::after { font-family: ${family} !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
