/** A map's name without what most have in common, for where there is little room: `escape2`. */
export function shortMap(map: string): string {
  const bare = map
    .replace(/^(?:(?:te|et|etl|sw|mp|sp|ut|bba)_)+/i, "")
    .replace(/(?:_(?:b\d+|te\d*|t\d+|v\d+|final|fix\d*|comp))+$/i, "");
  return bare === "" ? map : bare;
}

/** A text cut to so many characters, the last of them an ellipsis where something is missing. */
export function cut(text: string, length: number): string {
  const signs = [...text];
  return signs.length <= length ? text : `${signs.slice(0, Math.max(1, length - 1)).join("")}…`;
}
