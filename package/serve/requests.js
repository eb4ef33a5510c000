// Who asks the preview's server, and what they send.

/** More than any step has. */
const longest = 1 << 20;

/** Other people's pages can lead a browser here under a name of theirs; what they then read would be theirs. @param {string} name */
export const isThisMachine = (name) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(name);

/**
 * Other people's pages can send requests here as well. Browsers say from where; and JSON they only send where they were
 * allowed to, which this server never does.
 * @param {import('node:http').IncomingMessage} request @returns {number} 200, or why not
 */
export function mayChange({ method, headers }) {
  if (method !== 'POST') return 405;
  if (headers.origin !== `http://${headers.host}`) return 403;
  return /^application\/json(;|$)/.test(headers['content-type'] ?? '') ? 200 : 415;
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<unknown>} undefined if it is no JSON, or too much */
export async function jsonOf(request) {
  /** @type {Buffer[]} */
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > longest) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString());
  } catch {
    return undefined;
  }
}
