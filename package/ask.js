// What the tool answers, kept in memory.

/**
 * @param {import('./tool.js').Tool} tool @param {string[]} words @param {string} [input] what it reads
 * @returns {Promise<{ code: number, out: Buffer, err: Buffer }>}
 */
export async function ask(tool, words, input = '') {
  /** @type {Buffer[][]} */
  const kept = [[], [], []];
  let left = Buffer.from(input);
  const code = await tool.run(words, {
    read(length) {
      const piece = left.subarray(0, length);
      left = left.subarray(length);
      return piece;
    },
    print: (fd, bytes) => { kept[fd].push(Buffer.from(bytes)); },
  });
  return { code, out: Buffer.concat(kept[1]), err: Buffer.concat(kept[2]) };
}
