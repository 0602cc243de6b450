// What a pure package must not touch: the same input gives the same output on every machine,
// in every time zone and language, in Node and in a page.

/** Globals that are not there everywhere, or that let the outside in. */
const FORBIDDEN_GLOBALS = new Map([
  ...[
    "process",
    "Buffer",
    "require",
    "module",
    "__dirname",
    "__filename",
    "global",
    "globalThis",
  ].map((name) => /** @type {const} */ ([name, "the environment"])),
  ...[
    "window",
    "document",
    "navigator",
    "location",
    "localStorage",
    "sessionStorage",
    "indexedDB",
  ].map((name) => /** @type {const} */ ([name, "the environment"])),
  ...["fetch", "XMLHttpRequest", "WebSocket", "Worker"].map(
    (name) => /** @type {const} */ ([name, "I/O"]),
  ),
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "performance", "Temporal"].map(
    (name) => /** @type {const} */ ([name, "a clock"]),
  ),
  ["crypto", "randomness"],
  ["console", "a logger"],
]);

/** `object.property` pairs. */
const FORBIDDEN_MEMBERS = new Map([
  ["Date.now", "a clock"],
  ["Math.random", "randomness"],
]);

/** Methods of Date that answer in the machine's own time zone; the getUTC… ones do not. */
const LOCAL_TIME =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|to(?:Date|Time)String)$/;

/** Methods that take the machine's language unless told another, and where they are told it. */
const LANGUAGE_ARGUMENT = new Map([
  ["localeCompare", 1],
  ["toLocaleString", 0],
  ["toLocaleDateString", 0],
  ["toLocaleTimeString", 0],
  ["toLocaleLowerCase", 0],
  ["toLocaleUpperCase", 0],
]);

/** @typedef {{ type: string, start: number, [key: string]: any }} Node */

/**
 * The impure things in a parsed file.
 *
 * @param {Node} program
 * @returns {{ start: number, what: string }[]} `what`: "`Date.now` is a clock"
 */
export function impurities(program) {
  const declared = declaredNames(program);
  /** @param {Node} node @param {string} name */
  const isGlobal = (node, name) =>
    node.type === "Identifier" && node["name"] === name && !declared.has(name);

  /** @type {{ start: number, what: string }[]} */
  const found = [];
  visit(program, (node) => {
    const what = judge(node);
    if (what) found.push({ start: node.start, what });
  });
  return found;

  /** @param {Node} node @returns {string | undefined} */
  function judge(node) {
    switch (node.type) {
      case "Identifier": {
        const reason = FORBIDDEN_GLOBALS.get(node["name"]);
        return reason && !declared.has(node["name"])
          ? `\`${node["name"]}\` is ${reason}`
          : undefined;
      }
      case "MemberExpression": {
        if (node["computed"] || node["object"].type !== "Identifier") return undefined;
        const name = `${node["object"].name}.${node["property"].name}`;
        const reason = FORBIDDEN_MEMBERS.get(name);
        return reason && isGlobal(node["object"], node["object"].name)
          ? `\`${name}\` is ${reason}`
          : undefined;
      }
      case "NewExpression":
      case "CallExpression":
        return judgeCall(node);
      default:
        return undefined;
    }
  }

  /** @param {Node} node @returns {string | undefined} */
  function judgeCall(node) {
    const { callee, arguments: args } = node;
    if (isGlobal(callee, "Date")) {
      if (node.type === "CallExpression" || args.length === 0) return "`Date()` is a clock";
      if (args.length > 1)
        return "`new Date(year, …)` is in the machine's time zone; use `Date.UTC`";
    }
    if (callee.type !== "MemberExpression" || callee.computed) return undefined;
    const method = callee.property.name;
    if (LOCAL_TIME.test(method))
      return `\`${method}\` is in the machine's time zone; use the UTC one`;
    if (isGlobal(callee.object, "Intl") && args.length === 0)
      return `\`Intl.${method}\` without a locale takes the machine's`;
    const at = LANGUAGE_ARGUMENT.get(method);
    return at !== undefined && args.length <= at
      ? `\`${method}\` without a locale takes the machine's language`
      : undefined;
  }
}

/**
 * Every name that the file itself declares somewhere: a parameter called `process` is no global.
 *
 * @param {Node} program
 */
function declaredNames(program) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @param {Node | null | undefined} pattern */
  const declare = (pattern) => {
    if (pattern) visit(pattern, (node) => node.type === "Identifier" && names.add(node["name"]));
  };
  visit(program, (node) => {
    if (/^(?:VariableDeclarator|Function|Class|TSDeclareFunction)/.test(node.type))
      declare(node["id"]);
    if (/^Import.*Specifier$/.test(node.type)) declare(node["local"]);
    if (node.type === "CatchClause") declare(node["param"]);
    if (Array.isArray(node["params"])) for (const parameter of node["params"]) declare(parameter);
  });
  return names;
}

/**
 * Calls `each` for every node below `node`, but for names that are mere labels: the `b` of
 * `a.b`, of `{ b: 1 }` and of a type's member.
 *
 * @param {Node} node
 * @param {(node: Node) => void} each
 */
function visit(node, each) {
  each(node);
  for (const [key, child] of Object.entries(node)) {
    if ((key === "property" || key === "key") && !node["computed"]) continue;
    for (const value of Array.isArray(child) ? child : [child])
      if (value && typeof value.type === "string") visit(value, each);
  }
}
