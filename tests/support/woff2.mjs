// A font of our own making, in the format WOFF2: each character of ASCII is a box, so that what is set in it can't be taken
// for anything else, and where its ink begins and ends is plain to see.
import { brotliCompressSync } from 'node:zlib';

/** Numbers, most significant byte first. @param {string} kinds of each: h two bytes, i two with a sign, l four @param {number[]} values */
function pack(kinds, values) {
  return Buffer.concat([...kinds].map((kind, k) => {
    const one = Buffer.alloc(kind === 'l' ? 4 : 2);
    if (kind === 'h') one.writeUInt16BE(values[k]);
    else if (kind === 'i') one.writeInt16BE(values[k]);
    else one.writeUInt32BE(values[k]);
    return one;
  }));
}

/** @param {number[]} values */
const shorts = (values) => pack('i'.repeat(values.length), values);

/** Base 128, most significant first (WOFF 2.0, section 4.1). @param {number} value */
function base128(value) {
  const bytes = [value & 127];
  for (let rest = value >> 7; rest; rest >>= 7) bytes.unshift((rest & 127) | 128);
  return Buffer.from(bytes);
}

/** @param {Buffer} data */
const padded = (data) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

const first = 0x20, last = 0x7E, count = last - first + 2; // with .notdef

/**
 * @param {object} [look]
 * @param {number} [look.width] of the space, of 1000 units to the em; others are wider, each by as much as its code says
 * @param {number} [look.height] of the boxes
 */
export function boxFont({ width = 400, height = 700 } = {}) {
  const advances = Array.from({ length: count }, (_, glyph) => (glyph < 2 ? width : width + (glyph % 7) * 60));
  const glyphs = advances.map((advance, glyph) => {
    if (glyph < 2) return Buffer.alloc(0);
    const [left, right] = [40, advance - 40];
    return padded(Buffer.concat([
      shorts([1, left, 0, right, height, 3, 0]), // one contour, its box, its last point, no instructions
      Buffer.from([1, 1, 1, 1]), // on the curve, distances in two bytes
      shorts([left, 0, right - left, 0]), shorts([0, height, 0, -height]),
    ]));
  });
  const places = glyphs.reduce((all, glyph) => [...all, all[all.length - 1] + glyph.length], [0]);
  const widest = Math.max(...advances);
  const words = Buffer.from('Boxes', 'utf16le').swap16();
  /** By their number in WOFF 2.0, section 4.1; what is listed there for 'glyf' and 'loca' as 3 is "as it is". @type {[number, number, Buffer][]} */
  const tables = [
    [0, 0, Buffer.concat([pack('hhhhl', [0, 1, 3, 1, 12]), pack('hhhhhhh', [4, 32, 0, 4, 4, 1, 0]), pack('hhhhhhhhh', [last, 0xFFFF, 0, first, 0xFFFF, (1 - first) & 0xFFFF, 1, 0, 0])])],
    [1, 0, pack('llllhhllllhhhhhhihh', [0x10000, 0x10000, 0, 0x5F0F3CF5, 3, 1000, 0, 0, 0, 0, 0, 0, widest, height, 0, 8, 2, 1, 0])],
    [2, 0, pack('liiihiiiiiiiiiiih', [0x10000, 900, -300, 0, widest, 0, 0, widest, 1, 0, 0, 0, 0, 0, 0, 0, count])],
    [3, 0, shorts(advances.flatMap((advance, glyph) => [advance, glyph < 2 ? 0 : 40]))],
    [4, 0, pack('lhhhhhhhhhhhhhh', [0x10000, count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])],
    [5, 0, Buffer.concat([pack('hhh', [0, 2, 30]), ...[1, 4].map((id) => pack('hhhhhh', [3, 1, 0x409, id, words.length, 0])), words])],
    [6, 0, Buffer.concat([pack('hihhh', [4, 500, 400, 5, 0]), shorts([650, 700, 0, 140, 650, 700, 0, 480, 50, 300, 0]), Buffer.alloc(10), pack('llll', [1, 0, 0, 0]), Buffer.from('none'), pack('hhhiiihhll', [0x40, first, last, 900, -300, 0, 900, 300, 1, 0]), pack('iihhh', [500, height, 0, 32, 1])])],
    [7, 0, pack('lliilllll', [0x30000, 0, -100, 50, 0, 0, 0, 0, 0])],
    [10, 3, Buffer.concat(glyphs)],
    [11, 3, pack('l'.repeat(count + 1), places)],
  ];
  const directory = Buffer.concat(tables.flatMap(([number, form, data]) => [Buffer.from([number | (form << 6)]), base128(data.length)]));
  const packed = brotliCompressSync(Buffer.concat(tables.map(([, , data]) => data)));
  const unpacked = 12 + 16 * tables.length + tables.reduce((sum, [, , data]) => sum + padded(data).length, 0);
  const body = padded(Buffer.concat([Buffer.alloc(48), directory, packed]));
  Buffer.concat([Buffer.from('wOF2'), pack('llhhllhh', [0x10000, body.length, tables.length, 0, unpacked, packed.length, 1, 0])]).copy(body);
  return body;
}
