// Which heights a frame tells the page around (shell/heights.js), with a page around that is played here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heights } from '../../shell/heights.js';
import { randomNumbers } from '../support/project.mjs';

const needs = (/** @type {number} */ width) => 1000 + Math.round(900_000 / width);

/**
 * Plays until nothing changes any more.
 * @param {(told: number, width: number) => number} widthFor what the page around makes of a height
 * @param {(width: number, given: number) => number} need
 */
function play(widthFor, need, first = 900) {
  const heights = new Heights(), told = /** @type {number[]} */ ([]);
  let [width, given] = [first, 720];
  for (let now = 0; now < 60_000; now += 16) {
    const height = need(width, given), verdict = heights.judge({ width, given, height }, now);
    if (verdict === 'keep') return { told, width, given, height };
    if (verdict === 'later') continue;
    told.push(height);
    given = height;
    width = widthFor(height, width);
  }
  assert.fail(`no end: ${told.slice(-9)}`);
}

test('each of 500 widths in a row gets its height, to and fro, too', () => {
  const { below } = randomNumbers(3), heights = new Heights();
  let given = 720, now = 0;
  for (let i = 0; i < 500; ++i) {
    const width = 900 - below(600), height = needs(width);
    for (let verdict = 'later'; verdict === 'later';) {
      verdict = heights.judge({ width, given, height }, now += 16);
      if (verdict === 'tell') given = height;
    }
    assert.equal(given, height, `width ${i}`);
  }
});

test('a page that dozens of pictures make longer, one after the other, is told each time', () => {
  const heights = new Heights();
  for (let i = 0, given = 720; i < 90; ++i) {
    const height = 2000 + 100 * i;
    assert.equal(heights.judge({ width: 900, given, height }, i * 200), 'tell');
    given = height;
    assert.equal(heights.judge({ width: 900, given, height }, i * 200 + 16), 'keep');
  }
});

test('a circle of height and width ends with the highest, so that nothing is cut off', () => {
  for (const [limit, narrow] of [[2200, 300], [2500, 400], [3000, 700]]) {
    const end = play((height) => (height > limit ? 900 : narrow), needs);
    assert.ok(end.given >= end.height, JSON.stringify(end));
    assert.ok(end.told.length < 30, String(end.told));
  }
  // Three widths, in either order.
  for (const round of [[900, 500, 300], [900, 300, 500]]) {
    const end = play((_height, width) => round[(round.indexOf(width) + 1) % 3], needs);
    assert.ok(end.given >= end.height && end.told.length < 40, JSON.stringify(end));
  }
});

test('a page that grows because its frame grew comes to an end', () => {
  const { told } = play((_height, width) => width, (_width, given) => given + 10);
  assert.ok(told.length <= 5, String(told));
});

test('a lower height that was told before waits for rest; not if somebody does something, or long after', () => {
  const heights = new Heights();
  const look = (/** @type {number} */ width, /** @type {number} */ now) => heights.judge({ width, given: 720, height: needs(width) }, now);
  assert.deepEqual([look(400, 0), look(900, 100), look(400, 200)], ['tell', 'tell', 'tell']);
  assert.deepEqual([look(900, 300), look(900, 500), look(900, 550)], ['later', 'later', 'tell']);
  assert.equal(look(400, 600), 'tell');
  heights.forget();
  assert.deepEqual([look(900, 700), look(400, 800)], ['tell', 'tell']);
  assert.equal(look(900, 9000), 'tell');
});
