// What the tests serve pages with.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { temporaryFolder } from '../support/project.mjs';

test('the server ends, though a browser has opened a connection in advance', { timeout: 20_000 }, async (t) => {
  const { origin, close } = await serve(temporaryFolder(t));
  const inAdvance = connect(Number(new URL(origin).port), '127.0.0.1');
  t.after(() => inAdvance.destroy());
  await once(inAdvance, 'connect');
  await (await fetch(origin)).text(); // the server has taken both
  await close();
});
