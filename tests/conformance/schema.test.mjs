// check.schema.json and `aushang check` find the same structural mistakes: in the small files of
// tests/fixtures/check and in many small changes to base.json there. What only the tool can know (names,
// values, quotes on the page) the schema lets pass.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";

import { random_numbers } from "./logic_cases.mjs";
import { headerFile, isObject, makeShapes, modules, schemasIn } from "../../tools/make-shapes.mjs";
import { full, project as ROOT, sample, tool as BIN } from "../support/project.mjs";

const FIXTURES = join(ROOT, "tests/fixtures/check");
const SCHEMAS = join(ROOT, "assets/schemas");

/** What a schema can't know. */
const SEMANTIC = new Set([
  "duplicate-id", "unknown-name", "unknown-option", "never-equal", "not-a-list", "text-in-logic", "cycle",
  "quote-not-found", "quote-ambiguous",
]);

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8"));
const ajv = new Ajv2020({
  strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, allErrors: true, validateFormats: false,
});
const validate = Object.fromEntries(
  ["check", "answers", "site"].map((name) => [name, ajv.compile(read(join(SCHEMAS, `${name}.schema.json`)))]),
);

const folder = mkdtempSync(join(tmpdir(), "aushang-schema-"));
copyFileSync(join(FIXTURES, "posting.md"), join(folder, "posting.md"));
after(() => rmSync(folder, { recursive: true }));

/** @typedef {{severity: string, file: string, line: number, column: number, code: string, path: string, message: string}} Diagnostic */

/** What `aushang check` says of a check.json. @param {any} json @returns {Diagnostic[]} */
function check(json) {
  writeFileSync(join(folder, "check.json"), JSON.stringify(json));
  const is_script = /\.[cm]?js$/.test(BIN);
  const run = spawnSync(is_script ? process.execPath : BIN, [...(is_script ? [BIN] : []), "check", folder, "--json"],
    { encoding: "utf8" });
  /** @type {Diagnostic[]} */
  const all = JSON.parse(run.stdout || "null");
  assert.ok(Array.isArray(all), run.stderr || String(run.error));
  const has_errors = all.some((one) => one.severity === "error");
  assert.equal(run.status, has_errors ? 1 : 0);
  for (const one of all) assert.ok(one.code && one.message && typeof one.line === "number", JSON.stringify(one));
  return all.filter((one) => one.severity === "error");
}

/** Both must think the same of its structure. @param {string} what @param {any} json @returns {boolean} whether it is right */
function compare(what, json) {
  const structural = check(json).filter((one) => !SEMANTIC.has(one.code));
  const is_valid = validate.check(json);
  assert.equal(is_valid, structural.length === 0,
    `${what}\nthe tool: ${JSON.stringify(structural)}\nthe schema: ${ajv.errorsText(validate.check.errors)}`);
  return is_valid;
}

test("every object's examples are valid once their gap is filled", () => {
  let tried = 0;
  for (const name of Object.keys(validate)) {
    const root = read(join(SCHEMAS, `${name}.schema.json`));
    for (const one of schemasIn(root, name).filter(({ schema }) => isObject(schema))) {
      const valid = ajv.compile({ ...one.schema, $id: undefined, $defs: root.$defs });
      for (const example of one.schema.examples) {
        const filled = ["Words", "jobs@example.org"].map((words) => JSON.parse(JSON.stringify(example).replace("…", words)));
        assert.ok(filled.some((json) => valid(json)), `${name}, ${one.name}: ${ajv.errorsText(valid.errors)}`);
        ++tried;
      }
    }
  }
  assert.ok(tried > 20, String(tried));
});

test("the tool knows the objects from the schemas: what tools/make-shapes.mjs makes of them is what stands in src", () => {
  for (const module of modules) assert.equal(readFileSync(headerFile(module), "utf8"), makeShapes(module), `run tools/make-shapes.mjs: ${module}`);
});

test("each small file has the mistake its name says, for the tool and for the schema", () => {
  for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith(".json"))) {
    const is_right = compare(file, read(join(FIXTURES, file)));
    assert.equal(is_right, !basename(file).startsWith("wrong-"), file);
  }
});

/** Every place in `json` below `at`, as a list of keys. @param {any} json @returns {(string | number)[][]} */
function places(json) {
  if (json === null || typeof json !== "object") return [[]];
  const keys = Array.isArray(json) ? [...json.keys()] : Object.keys(json).filter((key) => key !== "$comment");
  return [[], ...keys.flatMap((key) => places(json[key]).map((rest) => [key, ...rest]))];
}

test("after any small change to a whole file both find a mistake, or neither does", (t) => {
  const base = read(join(FIXTURES, "base.json"));
  assert.deepEqual(check(base), []);
  const random = random_numbers(5);
  const values = [null, 7, 0, "", " ", "zzz", "a\nb", true, [], ["zzz"], ["zzz", "zzz"], {}, { zzz: 1 }, { $comment: 1 }];
  let right = 0;
  let wrong = 0;
  for (const place of sample(places(base).slice(1), 12)) {
    const change = (/** @type {(parent: any, key: any) => void} */ apply) => {
      const json = structuredClone(base);
      const key = place[place.length - 1];
      apply(place.slice(0, -1).reduce((at, step) => at[step], json), key);
      compare(`${place.join(".")} in ${JSON.stringify(json)}`, json) ? ++right : ++wrong;
    };
    change((parent, key) => (Array.isArray(parent) ? parent.splice(key, 1) : delete parent[key]));
    for (let i = 0; i < 3; ++i) {
      const value = values[Math.floor(random() * values.length)];
      change((parent, key) => { parent[key] = structuredClone(value); });
    }
    change((parent, key) => {
      if (parent[key] !== null && typeof parent[key] === "object" && !Array.isArray(parent[key])) parent[key].zzz = 1;
    });
  }
  t.diagnostic(`${right} changes are fine for both, ${wrong} are mistakes for both`);
  assert.ok(right > (full ? 50 : 5) && wrong > (full ? 200 : 30), `${right} right, ${wrong} wrong`);
});
