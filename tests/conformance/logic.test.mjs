// `aushang logic` against JsonLogic: the public suite, json-logic-js on random complete data (P1), and partial
// data, on which a decided truth must be the one of the complete data (P2).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import jsonLogic from "json-logic-js";

import { make_cases, random_numbers } from "./logic_cases.mjs";
import { full, project as ROOT, tool as BIN } from "../support/project.mjs";

const SHARED = process.env.AUSHANG_SHARED ?? join(ROOT, "../shared");
const PROFILE = new Set("var and or ! == === != !== < <= > >= in if some all none".split(" "));

/** The judgement of each [rule, data]. @param {any[]} cases @returns {any[]} */
function judge(cases) {
  return judge_lines(cases.map((one) => JSON.stringify(one)));
}

/** @param {string[]} lines @returns {any[]} */
function judge_lines(lines) {
  const is_script = /\.[cm]?js$/.test(BIN);
  const run = spawnSync(is_script ? process.execPath : BIN, is_script ? [BIN, "logic"] : ["logic"], {
    input: lines.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 28,
  });
  assert.equal(run.status, 0, run.stderr || String(run.error));
  const answers = run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, lines.length, "one line out per line in");
  return answers;
}

const truth = (/** @type {any} */ value) => jsonLogic.truthy(value);

/** Why a rule lies outside the profile; empty if it doesn't. @param {any} rule @returns {string} */
function outside(rule) {
  if (Array.isArray(rule)) return rule.map(outside).find((reason) => reason) ?? "";
  if (rule === null || typeof rule !== "object") return "";
  const keys = Object.keys(rule);
  if (keys.length !== 1) return "an object that is no operation";
  if (!PROFILE.has(keys[0])) return keys[0];
  const operands = Array.isArray(rule[keys[0]]) ? rule[keys[0]] : [rule[keys[0]]];
  if (keys[0] === "var") {
    if (operands.length > 1) return "var with a default";
    return typeof operands[0] === "object" && operands[0] !== null ? "a computed name" : "";
  }
  return outside(operands);
}

/** Whether json-logic-js asks for something that isn't there. @param {any} rule @param {any} data */
function lacks(rule, data) {
  if (data === null || data === undefined) return /\{"var":("[^"]|\["|\d)/.test(JSON.stringify(rule));
  let missing = false;
  let null_met = false;
  const watched = (/** @type {any} */ value) => value === null || typeof value !== "object" ? value
    : new Proxy(value, { get(target, key) {
        if (typeof key === "string" && !(key in target)) missing = true;
        const found = Reflect.get(target, key);
        if (found === null && typeof key === "string") null_met = true;
        return watched(found);
      } });
  const result = jsonLogic.apply(rule, watched(data));
  return missing || (null_met && result === null);  // a.b of {"a": null}
}

test("the public suite: inside the profile the same truth, outside a reason", (t) => {
  const file = join(SHARED, "suites/jsonlogic-compatible.json");
  if (!existsSync(file)) return t.skip(`${file} isn't there`);
  const cases = JSON.parse(readFileSync(file, "utf8")).filter((/** @type {any} */ one) => typeof one === "object");
  assert.ok(cases.length >= 278);
  const answers = judge(cases.map((/** @type {any} */ one) => [one.rule, one.data ?? null]));
  let inside = 0;
  cases.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
    const reason = outside(one.rule);
    if (reason) {
      assert.ok(answers[i].refused?.length > 10, `${one.description}: ${reason} must be refused`);
      return;
    }
    ++inside;
    const expected = lacks(one.rule, one.data) ? "unknown" : truth(one.result);
    assert.equal(answers[i], expected, one.description);
  });
  t.diagnostic(`${inside} cases inside the profile, ${cases.length - inside} refused`);
});

test("P1: on random complete data the truth is json-logic-js's", (t) => {
  const seed = Number(process.env.AUSHANG_SEED ?? 20260131);
  const next = make_cases(seed);
  const cases = Array.from({ length: full ? 40_000 : 10_000 }, next);
  const answers = judge(cases.map((one) => [one.rule, one.data]));
  const counts = { true: 0, false: 0 };
  cases.forEach((one, i) => {
    const expected = truth(jsonLogic.apply(one.rule, one.data));
    if (answers[i] !== expected) assert.fail(`seed ${seed}, case ${i}: ${JSON.stringify([one.rule, one.data])}`);
    ++counts[`${expected}`];
  });
  assert.ok(Math.min(counts.true, counts.false) > cases.length / 8, "both truths are well represented");
  t.diagnostic(`${cases.length} cases, ${counts.true} true, 0 differences`);
});

test("P2: what is decided on partial data holds on the complete data", (t) => {
  const next = make_cases(7);
  const random = random_numbers(11);
  const cases = Array.from({ length: full ? 20_000 : 5_000 }, () => {
    const one = next();
    const partial = Object.fromEntries(Object.entries(one.data).filter(() => random() < 0.5));
    return { ...one, partial };
  });
  // The data as a whole isn't something that can be partly unknown.
  const sound = cases.filter((one) => !/\{"var":(""|null|\[\]|\[""\])\}/.test(JSON.stringify(one.rule)));
  const answers = judge(sound.map((one) => [one.rule, one.partial]));
  let decided = 0;
  sound.forEach((one, i) => {
    if (answers[i] === "unknown") return;
    ++decided;
    const complete = truth(jsonLogic.apply(one.rule, one.data));
    if (answers[i] !== complete) assert.fail(JSON.stringify([one.rule, one.data, one.partial]));
  });
  t.diagnostic(`${sound.length} cases, ${decided} decided although data is missing`);
  assert.ok(decided > cases.length / 20 && decided < sound.length);
});

test("a missing variable is unknown, wherever json-logic-js would have guessed", () => {
  const years = { var: "years" };
  const expected = [
    [{ "<": [years, 2] }, "unknown"],
    [{ ">=": [years, 0] }, "unknown"],
    [{ "!": [years] }, "unknown"],
    [{ "!=": [years, "none"] }, "unknown"],
    [{ none: [years, { "==": [{ var: "" }, 1] }] }, "unknown"],
    [{ or: [years, { "<": [1, 2] }] }, true],
    [{ and: [years, 0] }, false],
    [{ if: [years, "a", "b"] }, true],
    [{ if: [years, 1, 0] }, "unknown"],
    [{ in: ["a", ["a", years]] }, true],
    [{ in: ["b", ["a", years]] }, "unknown"],
    [{ in: [years, []] }, false],
    [{ "==": [years, years] }, "unknown"],
    [{ "<": [2, 1, years] }, false],
    [{ "!": [{ and: [years, false] }] }, true],
  ];
  assert.deepEqual(judge(expected.map(([rule]) => [rule, {}])), expected.map(([, answer]) => answer));
});

test("what lies outside the profile is refused, with a reason that helps", () => {
  /** @type {[any, RegExp][]} */
  const expected = [
    [{ "!!": [1] }, /"!!".*leave it out/],
    [{ "?:": [1, 2, 3] }, /write "if"/],
    [{ missing: ["a"] }, /unknown/],
    [{ "+": [1, 2] }, /arithmetic/],
    [{ AND: [1] }, /did you mean "and"/],
    [{ nonsense: 1 }, /"nonsense".*It has: var and or/],
    [{ var: ["a", 1] }, /default/],
    [{ var: { var: "a" } }, /written out/],
    [{ var: true }, /written out/],
    [{}, /empty object/],
    [{ and: [1], or: [1] }, /one key.*and, or/],
    [{ and: [1], $comment: "" }, /one key/],
    [{ "!": [] }, /takes 1 operand, here it has 0/],
    [{ "!": [1, 2] }, /here it has 2/],
    [{ "==": [1] }, /takes 2 operands/],
    [{ ">": [3, 2, 1] }, /takes 2 operands, here it has 3/],
    [{ "<": [1, 2, 3, 4] }, /2 or 3/],
    [{ and: [] }, /at least 1/],
    [{ in: ["a"] }, /takes 2/],
    [{ some: [[1]] }, /takes 2/],
    [[1, { cat: "x" }], /\$\[1\]/],
  ];
  judge(expected.map(([rule]) => [rule, {}])).forEach((answer, i) => {
    assert.match(answer.refused ?? "", expected[i][1], JSON.stringify(expected[i][0]));
  });
});

test("a line that is no [rule, data] is refused and the next one still judged", () => {
  const answers = judge_lines(["", "[1", "1", "[]", "[1,2,3]", '[{"a":1,"a":2},null]', "[true,null]", "[true]"]);
  for (const answer of answers.slice(0, 6)) assert.ok(answer.refused, JSON.stringify(answer));
  assert.deepEqual(answers.slice(6), [true, true]);
});
