// What the tool answers, kept in memory.

/**
 * @param {import('./tool.js').Tool} tool @param {string[]} words
 * @returns {Promise<{ code: number, out: Buffer, err: Buffer }>}
 */
export async function ask(tool, words) {
  /** @type {Buffer[][]} */
  const kept = [[], [], []];
  const code = await tool.run(words, { read: () => new Uint8Array(0), print: (fd, bytes) => { kept[fd].push(Buffer.from(bytes)); } });
  return { code, out: Buffer.concat(kept[1]), err: Buffer.concat(kept[2]) };
}
