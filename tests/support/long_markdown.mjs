// Postings of any length, for measuring: sections with paragraphs, lists, a table now and then. The same length gives the
// same text.
import { randomNumbers } from './project.mjs';

const words = 'we look for someone who likes optimal transport and robust learning and can show it with a thesis or a report written in English or German'.split(' ');

/** @param {number} bytes at least */
export function markdownOf(bytes) {
  const { below, pick } = randomNumbers(1);
  const sentence = () => {
    const said = Array.from({ length: 8 + below(12) }, () => pick(words)).join(' ');
    return `${said[0].toUpperCase()}${said.slice(1)}, **${pick(words)}** and [${pick(words)}](https://example.org/).`;
  };
  let text = '';
  while (text.length < bytes) {
    text += `## ${sentence().slice(0, 40).replace(/[*[\]()]/g, '')}\n\n${sentence()} ${sentence()} ${sentence()}\n\n${sentence()} *${pick(words)}*.\n\n`;
    text += `${Array.from({ length: 3 + below(3) }, () => `- ${sentence()}`).join('\n')}\n\n`;
    if (below(3) === 0) text += `| ${pick(words)} | ${pick(words)} |\n|---|---|\n${`| ${pick(words)} | ${pick(words)} |\n`.repeat(3)}\n`;
  }
  return text;
}
