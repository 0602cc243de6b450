/**
 * A cycle of a directed graph, first node repeated at the end; undefined when there is none.
 * Edges to nodes that are no key of the map are ignored.
 *
 * @param {Map<string, string[]>} graph
 * @returns {string[] | undefined}
 */
export function findCycle(graph) {
  /** @type {Set<string>} */
  const cleared = new Set();
  /** @type {string[]} */
  const path = [];

  /** @param {string} node @returns {string[] | undefined} */
  const follow = (node) => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (cleared.has(node)) return undefined;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = graph.has(next) ? follow(next) : undefined;
      if (cycle) return cycle;
    }
    path.pop();
    cleared.add(node);
    return undefined;
  };

  for (const node of graph.keys()) {
    const cycle = follow(node);
    if (cycle) return cycle;
  }
  return undefined;
}
