import { expect, test } from "vitest";
import { csvRow } from "./csv.ts";

test.each([
  [["a", 1, true, null, 0.5, -3], "a,1,true,,0.5,-3\r\n"],
  [['say "hi"', "a,b", "two\nlines", "cr\r"], '"say ""hi""","a,b","two\nlines","cr\r"\r\n'],
  [["=1+1", "+x", "-x", "@sum", "\tx", "x=1"], "'=1+1,'+x,'-x,'@sum,'\tx,x=1\r\n"],
  [["\rx"], '"\'\rx"\r\n'],
  [[["a", 1], { k: "v" }], '"[""a"",1]","{""k"":""v""}"\r\n'],
  [["", "–", "漢字"], ",–,漢字\r\n"],
])("%j", (values, line) => {
  expect(csvRow(values)).toBe(line);
});
