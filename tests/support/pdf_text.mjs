// What stands in a PDF that Chromium made, page by page, as a reader copies it: the characters that fonts and spans name.
// Just enough of PDF 1.4 (ISO 32000-1: 7.3 objects, 9.4 text, 9.10.3 ToUnicode, 14.9.4 ActualText) for what Skia writes.
import { inflateSync } from 'node:zlib';

/** @typedef {{dictionary: string, stream: string}} PdfObject */

/** @param {Buffer} pdf @returns {Map<number, PdfObject>} by their numbers */
function objectsOf(pdf) {
  const text = pdf.toString('latin1'), found = new Map();
  for (const match of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const from = match.index + match[0].length, end = text.indexOf('endobj', from), at = text.indexOf('stream', from);
    if (at === -1 || at > end) {
      found.set(Number(match[1]), { dictionary: text.slice(from, end), stream: '' });
      continue;
    }
    const dictionary = text.slice(from, at), length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const begin = at + (text.startsWith('stream\r\n', at) ? 8 : 7), bytes = pdf.subarray(begin, begin + length);
    found.set(Number(match[1]), { dictionary, stream: (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') });
  }
  return found;
}

/** @param {string} hex UTF-16BE */
const fromUtf16 = (hex) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))).replace(/^\uFEFF/, '');

/** What a font's codes mean. @param {string} map @returns {{digits: number, meaning: Map<number, string>}} digits: of a code, in hex */
function toUnicode(map) {
  const meaning = new Map();
  for (const [, list] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code, text] of list.matchAll(/<(\w+)>\s*<(\w+)>/g)) meaning.set(parseInt(code, 16), fromUtf16(text));
  }
  for (const [, list] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first, last, text] of list.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = parseInt(first, 16), to = parseInt(text, 16); code <= parseInt(last, 16); ++code, ++to) meaning.set(code, fromUtf16(to.toString(16).padStart(text.length, '0')));
    }
  }
  return { digits: /begincodespacerange\s*<(\w+)>/.exec(map)?.[1].length ?? 4, meaning };
}

/** @param {string} content of a page @param {(name: string) => ReturnType<typeof toUnicode>} fontOf */
function textOf(content, fontOf) {
  let text = '', font = fontOf('');
  /** @type {boolean[]} marked parts around, and whether each says itself what its text is */
  const parts = [];
  const tokens = /\/ActualText\s*<(\w+)>[^]*?\bBDC\b|\b(BDC|BMC)\b|\b(EMC)\b|\/(F\d+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f\s]+)>/g;
  for (const [, actual, begins, ends, name, codes] of content.matchAll(tokens)) {
    if (actual !== undefined) {
      if (!parts.includes(true)) text += fromUtf16(actual);
      parts.push(true);
    } else if (begins) parts.push(false);
    else if (ends) parts.pop();
    else if (name) font = fontOf(name);
    else if (!parts.includes(true)) text += (codes.match(new RegExp(`\\w{${font.digits}}`, 'g')) ?? []).map((code) => font.meaning.get(parseInt(code, 16)) ?? '').join('');
  }
  return text;
}

/** @param {Buffer} pdf @returns {string[]} the text of each page; where lines end isn't told */
export function pdfText(pdf) {
  const objects = objectsOf(pdf), all = [...objects.values()];
  const numbers = new Map(all.flatMap(({ dictionary }) => [...dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => /** @type {[string, number]} */ ([name, Number(number)]))));
  const streamOf = (/** @type {string | undefined} */ number) => objects.get(Number(number))?.stream ?? '';
  const fontOf = (/** @type {string} */ name) => toUnicode(streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(numbers.get(name) ?? -1)?.dictionary ?? '')?.[1]));
  return all.filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary)).map(({ dictionary }) => textOf(streamOf(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]), fontOf));
}
