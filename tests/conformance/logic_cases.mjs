// Random rules inside the profile, with data that lacks nothing: every `var` names something that is there.
// Seeded, so that a difference found once can be found again.

/** mulberry32: small, and good enough to wander through cases. @param {number} seed */
export function random_numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SCALARS = [
  null, true, false, 0, 1, -1, 2, 3, 0.5, -2.5, 10, 100, 1e21, 1e-7, 123456789012345680000, 0.1, 1 / 3, 2 ** 53, 5e-324,
  "", " ", "0", "1", "-1", " 1 ", "1.", ".5", "1e3", "1e", "0x1F", "0b11", "0o17", "0x", "Infinity", "-Infinity", "NaN",
  "a", "b", "ab", "abc", "A", "true", "false", "null", "[object Object]", "1,2", ",", "1e+21", "1e-7", "01", "+1",
  "\u00e9", "e\u0301", "\ufb01", "\u{1f600}", "\u{1f600}a", "\uffee", "\u00a02\ufeff", "2026-01-31", "2026-02-01", "10", "9",
];
const LISTS = [[], [0], [1], [""], [null], [[]], [[1]], [true], ["a"], ["a", "b"], [1, 2], [1, [2, 3]], [null, 1], ["1"], [{}]];
const COMPARISONS = ["==", "===", "!=", "!==", "<", "<=", ">", ">="];

/** A generator of cases. @param {number} seed */
export function make_cases(seed) {
  const random = random_numbers(seed);
  const below = (/** @type {number} */ count) => Math.floor(random() * count);
  const pick = (/** @type {any[]} */ list) => list[below(list.length)];
  const times = (/** @type {number} */ count, /** @type {() => any} */ make) => Array.from({ length: count }, make);

  const value = () => (random() < 0.25 ? structuredClone(pick(LISTS)) : pick(SCALARS));
  const item = () => ({ qty: below(4), tag: pick(SCALARS), list: structuredClone(pick(LISTS)) });

  function make_data() {
    return {
      a: value(), b: value(), c: value(), n: pick([0, 1, 2, 3, 10]), s: pick(["a", "b", "abc", "1"]), t: random() < 0.5,
      list: times(below(4), () => pick(SCALARS)), nested: times(below(3), value), items: times(below(3), item),
      o: { x: value(), y: { z: value() } }, 7: value(),
    };
  }
  const TOP = ["a", "b", "c", "n", "s", "t", "list", "nested", "items", "o", "o.x", "o.y", "o.y.z", "", 7, "7"];

  const variable = (/** @type {any[]} */ names) => {
    const name = pick(names);
    if (name === "") return { var: pick(["", null, [], [""]]) };
    return { var: random() < 0.2 ? [name] : name };
  };

  /** @param {number} depth @param {any[]} names */
  function leaf(depth, names) {
    if (random() < 0.55) return variable(names);
    if (depth > 0 && random() < 0.2) return times(below(3), () => rule(depth - 1, names));
    return value_without_objects();
  }
  function value_without_objects() {
    const chosen = value();
    return JSON.stringify(chosen).includes("{") ? 1 : chosen;
  }

  /** @param {number} depth @param {any[]} names */
  function quantified(depth, names) {
    const operation = pick(["some", "all", "none"]);
    if (names === TOP && random() < 0.35) {
      return { [operation]: [{ var: "items" }, rule(depth - 1, ["qty", "tag", "list", "", "qty"])] };
    }
    const list = random() < 0.6 && names === TOP ? { var: pick(["list", "nested"]) } : rule(depth - 1, names);
    return { [operation]: [list, rule(depth - 1, [""])] };
  }

  /** @param {number} depth @param {any[]} names @returns {any} */
  function rule(depth, names) {
    if (depth <= 0 || random() < 0.15) return leaf(depth, names);
    const sub = () => rule(depth - 1, names);
    switch (below(9)) {
      case 0: case 1: return { [pick(["and", "or"])]: times(1 + below(3), sub) };
      case 2: return { "!": random() < 0.5 ? [sub()] : not_a_list(sub()) };
      case 3: case 4: return { [pick(COMPARISONS)]: [sub(), sub()] };
      case 5: return { [pick(["<", "<="])]: [sub(), sub(), sub()] };
      case 6: return { in: [sub(), sub()] };
      case 7: return { if: times(below(6), sub) };
      default: return quantified(depth, names);
    }
  }
  // Without a list around it, a list would be read as the operands.
  const not_a_list = (/** @type {any} */ operand) => (Array.isArray(operand) ? [operand] : operand);

  return () => ({ rule: rule(1 + below(5), TOP), data: make_data(), names: TOP });
}
