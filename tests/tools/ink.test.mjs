// The tests' own eyes: where the ink of a picture is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareInk, inkBoxes, isBlank } from '../support/ink.mjs';
import { randomNumbers } from '../support/project.mjs';

/** @typedef {import('../support/engines.mjs').Image} Image */
/** @typedef {[number, number, number]} Colour */

/** @param {number} width @param {number} height @param {Colour} colour @returns {Image} */
function picture(width, height, colour) {
  const image = { width, height, data: new Uint8Array(width * height * 4) };
  fill(image, 0, 0, width, height, colour);
  return image;
}

/** @param {Image} image @param {number} left @param {number} top @param {number} width @param {number} height @param {Colour} colour */
function fill(image, left, top, width, height, colour) {
  for (let y = top; y < top + height; ++y) for (let x = left; x < left + width; ++x) image.data.set([...colour, 255], (y * image.width + x) * 4);
}

/** @type {Colour} */
const white = [255, 255, 255];
/** @type {Colour} */
const black = [0, 0, 0];
const line = { left: 10, top: 10, width: 80, height: 20 };

test('the box of ink is found to the pixel', () => {
  const image = picture(100, 50, white);
  fill(image, 20, 14, 30, 9, black);
  assert.deepEqual(inkBoxes(image, { regions: [line] }), [{ left: 20, top: 14, right: 50, bottom: 23 }]);
});

test('boxes are in CSS px at any density', () => {
  const image = picture(200, 100, white);
  fill(image, 41, 28, 60, 18, black);
  assert.deepEqual(inkBoxes(image, { dpr: 2, regions: [line] }), [{ left: 20.5, top: 14, right: 50.5, bottom: 23 }]);
});

test('ink outside of a region does not count', () => {
  const image = picture(100, 50, white);
  fill(image, 0, 0, 100, 10, black);
  fill(image, 0, 30, 100, 20, black);
  assert.deepEqual(inkBoxes(image, { regions: [line] }), [null]);
  assert.ok(isBlank(image, line));
  assert.ok(!isBlank(image, { ...line, height: 21 }));
});

test('a region that ends within a pixel has that pixel', () => {
  const image = picture(100, 50, white);
  fill(image, 90, 12, 1, 5, black);
  assert.ok(isBlank(image, line));
  assert.ok(!isBlank(image, { ...line, width: 80.2 }));
});

test('an edge that covers half a pixel lies in its middle', () => {
  const image = picture(100, 50, white);
  fill(image, 20, 14, 30, 9, black);
  fill(image, 19, 14, 1, 9, [127, 127, 127]);
  const [box] = inkBoxes(image, { regions: [line] });
  assert.ok(box && Math.abs(box.left - 19.5) < 0.01, `${box?.left}`);
});

test('noise of one level is not ink', () => {
  const { below } = randomNumbers(7);
  const image = picture(100, 50, [128, 128, 128]);
  for (let i = 0; i < image.data.length; ++i) if (i % 4 !== 3) image.data[i] += below(3) - 1;
  assert.ok(isBlank(image, line));
  fill(image, 30, 15, 10, 10, black);
  assert.deepEqual(inkBoxes(image, { regions: [line] }).map((box) => box && Math.round(box.left)), [30]);
});

test('levels that differ by a few move no edge by a tenth of a pixel', () => {
  const one = picture(100, 50, white);
  fill(one, 20, 14, 30, 9, black);
  const other = picture(100, 50, white);
  fill(other, 20, 14, 30, 9, black);
  fill(other, 20, 14, 1, 9, [12, 12, 12]);
  const [difference] = compareInk(inkBoxes(one, { regions: [line] }), inkBoxes(other, { regions: [line] }));
  assert.ok(difference > 0 && difference < 0.1, `${difference}`);
});

test('each region has its own background, light or dark', () => {
  const image = picture(100, 100, white);
  fill(image, 5, 50, 90, 50, [20, 20, 30]);
  fill(image, 30, 60, 5, 5, white);
  const regions = [line, { ...line, top: 55 }];
  assert.deepEqual(inkBoxes(image, { regions }), [null, { left: 30, top: 60, right: 35, bottom: 65 }]);
});

test('a mark is background when its colour is named', () => {
  const image = picture(100, 50, white);
  fill(image, 20, 12, 30, 16, [255, 235, 120]);
  fill(image, 30, 14, 6, 6, black);
  assert.deepEqual(inkBoxes(image, { regions: [line], background: [white, [255, 235, 120]] }), [{ left: 30, top: 14, right: 36, bottom: 20 }]);
});

test('the largest difference of the edges is told per line', () => {
  const box = { left: 1, top: 2, right: 30, bottom: 12 };
  const moved = { left: 1.25, top: 2, right: 29.5, bottom: 12 };
  assert.deepEqual(compareInk([box, box, null, null], [box, moved, null, box]), [0, 0.5, 0, Infinity]);
  assert.throws(() => compareInk([box], []), /1 lines can't be compared with 0/);
});
