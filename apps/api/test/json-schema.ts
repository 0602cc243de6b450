/** A JSON Schema as the OpenAPI document holds it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Keywords that say nothing of what fits. */
const remarks = new Set(["description", "title", "examples", "default", "ref"]);

/**
 * Everything in `value` that does not fit the schema, one line each. Knows the keywords that the
 * document uses and throws on any other, so that none is passed over. Keys that the schema does not
 * name are reported too: what the API sends, its document tells.
 */
export function misfits(
  schema: JsonSchema,
  value: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
  at = "$",
): string[] {
  const found: string[] = [];
  const fail = (what: string) =>
    found.push(`${at}: ${what}, not ${JSON.stringify(value)?.slice(0, 80)}`);
  for (const [keyword, rule] of Object.entries(schema)) {
    if (remarks.has(keyword)) continue;
    switch (keyword) {
      case "$ref": {
        const name = String(rule).replace("#/components/schemas/", "");
        const target = schemas[name];
        if (!target) throw new Error(`${at}: no schema ${String(rule)}`);
        found.push(...misfits(target, value, schemas, at));
        break;
      }
      case "type":
        if (!isOfType(String(rule), value)) fail(`wants ${String(rule)}`);
        break;
      case "const":
        if (value !== rule) fail(`wants ${JSON.stringify(rule)}`);
        break;
      case "enum":
        if (!(rule as unknown[]).includes(value)) fail(`wants one of ${JSON.stringify(rule)}`);
        break;
      case "minimum":
        if (typeof value === "number" && value < Number(rule))
          fail(`wants at least ${String(rule)}`);
        break;
      case "maximum":
        if (typeof value === "number" && value > Number(rule))
          fail(`wants at most ${String(rule)}`);
        break;
      case "format":
        if (typeof value === "string" && !formats[String(rule)]?.test(value))
          fail(`wants ${String(rule)}`);
        break;
      case "anyOf": {
        const all = (rule as JsonSchema[]).map((one) => misfits(one, value, schemas, at));
        if (all.every((one) => one.length > 0)) found.push(...(all[0] ?? []));
        break;
      }
      case "items":
        if (Array.isArray(value))
          for (const [i, item] of value.entries())
            found.push(...misfits(rule as JsonSchema, item, schemas, `${at}[${i}]`));
        break;
      case "required":
        for (const key of rule as string[])
          if (!isObject(value) || !(key in value)) fail(`wants the key ${key}`);
        break;
      case "properties":
        if (isObject(value))
          for (const [key, item] of Object.entries(value)) {
            const property = (rule as Record<string, JsonSchema>)[key];
            if (property) found.push(...misfits(property, item, schemas, `${at}.${key}`));
            else fail(`does not tell of the key ${key}`);
          }
        break;
      default:
        throw new Error(`${at}: unknown keyword ${keyword}`);
    }
  }
  return found;
}

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "string":
    case "boolean":
      return typeof value === type;
    default:
      throw new Error(`unknown type ${type}`);
  }
}
