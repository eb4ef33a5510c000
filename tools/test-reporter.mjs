// A reporter for node:test: a line of JSON for each test, as tools/test-files.mjs reads it. Suites say nothing.
import { inspect } from 'node:util';

/** @param {AsyncIterable<any>} source */
export default async function* report(source) {
  /** @type {string[]} */
  const around = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      around.length = data.nesting;
      around.push(data.name);
    } else if ((type === 'test:pass' || type === 'test:fail') && data.details?.type !== 'suite') {
      const passed = type === 'test:pass' || data.todo !== undefined;
      const skipped = data.skip ?? data.todo, error = data.details?.error;
      const name = [...around.slice(0, data.nesting), data.name].join(' › ');
      yield `${JSON.stringify({ name, ms: Math.round(data.details?.duration_ms ?? 0), passed, skipped: skipped === undefined ? null : String(skipped === true ? '' : skipped), ...(passed ? {} : { error: inspect(error?.cause ?? error) }) })}\n`;
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
    }
  }
}
