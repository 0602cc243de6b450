import type { Head } from "../head.ts";

/** Nothing is at the address. */
export const notFoundHead: Head = {
  title: "No such page · Slomix",
  description: "Nothing is at this address.",
  module: "",
  reads: [],
  status: 404,
};
