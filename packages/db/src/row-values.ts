/** Turns the text that PostgreSQL writes for a value into the value of `Reader.query`. */
export type ReadText = (text: string) => unknown;

const asNumber: ReadText = Number;
/** It stays what it is. */
export const asText: ReadText = (text) => text;
const asBoolean: ReadText = (text) => text === "t";
const asJson: ReadText = (text) => JSON.parse(text);
const asBytes: ReadText = (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"));

function asInteger64(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

// `2026-03-04 20:15:07.25+00`; a zone of whole hours lacks its minutes. No zone: UTC.
function asInstant(text: string): Date {
  const match = /^(\S+) ([\d:.]+)([+-]\d\d)?(?::?(\d\d))?/.exec(text);
  if (!match) return new Date(Number.NaN);
  const [, day, time, hours = "+00", minutes = "00"] = match;
  return new Date(`${day}T${time}${hours}:${minutes}`);
}

// By the type's number in the catalogue, which is the same in every PostgreSQL: the type, its array.
const types: readonly (readonly [number, number, ReadText])[] = [
  [16, 1000, asBoolean],
  [17, 1001, asBytes],
  [20, 1016, asInteger64],
  [21, 1005, asNumber],
  [23, 1007, asNumber],
  [26, 1028, asNumber],
  [700, 1021, asNumber],
  [701, 1022, asNumber],
  [114, 199, asJson],
  [3802, 3807, asJson],
  [1082, 1182, asText],
  [1083, 1183, asText],
  [1114, 1115, asInstant],
  [1184, 1185, asInstant],
  [1186, 1187, asText],
  [1700, 1231, asText],
  [25, 1009, asText],
  [1042, 1014, asText],
  [1043, 1015, asText],
  [2950, 2951, asText],
];

/** How to read the values of a type, by the type's number. What is not here stays text. */
export const readText: Readonly<Record<number, ReadText>> = Object.fromEntries(
  types.flatMap(([type, array, read]) => [
    [type, read],
    [array, (text: string) => readArray(text, read)],
  ]),
);

/** Reads `{1,NULL,"a \"b\""}`, nested too. */
function readArray(text: string, read: ReadText): unknown[] {
  // Plain numbers, as sums come: thousands of them in one answer.
  if (read === asNumber && /^\{[-\d.,]+\}$/.test(text))
    return text.slice(1, -1).split(",").map(Number);
  let at = text.indexOf("{") + 1;
  const list = (): unknown[] => {
    const values: unknown[] = [];
    while (at < text.length) {
      const char = text[at];
      if (char === "}") {
        at++;
        break;
      }
      if (char === ",") at++;
      else if (char === "{") {
        at++;
        values.push(list());
      } else values.push(char === '"' ? quoted() : bare());
    }
    return values;
  };
  const quoted = (): unknown => {
    let value = "";
    for (at++; at < text.length && text[at] !== '"'; at++) {
      if (text[at] === "\\") at++;
      value += text[at];
    }
    at++;
    return read(value);
  };
  const bare = (): unknown => {
    const end = /[,}]/g;
    end.lastIndex = at;
    const stop = end.exec(text)?.index ?? text.length;
    const value = text.slice(at, stop);
    at = stop;
    return value === "NULL" ? null : read(value);
  };
  return list();
}
