// A zip as `aushang build -o -` prints it (src/pack/zip.h): every file stored as it is.

const endBytes = 22, centralBytes = 46, localBytes = 30;
const endMark = 0x06054b50, centralMark = 0x02014b50;

/**
 * @param {Buffer} zip
 * @returns {Map<string, Buffer>} contents by name, as they lie in `zip`
 */
export function filesOfZip(zip) {
  const end = zip.length - endBytes;
  if (end < 0 || zip.readUInt32LE(end) !== endMark) throw new Error('This is no zip, or not all of one.');
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; --left) {
    if (zip.readUInt32LE(at) !== centralMark || zip.readUInt16LE(at + 10) !== 0) throw new Error('This zip has files that aren\'t stored as they are.');
    const size = zip.readUInt32LE(at + 20), nameLength = zip.readUInt16LE(at + 28), local = zip.readUInt32LE(at + 42);
    const start = local + localBytes + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + centralBytes, at + centralBytes + nameLength), zip.subarray(start, start + size));
    at += centralBytes + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
