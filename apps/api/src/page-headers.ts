import type { Context } from "hono";

/** Says how many there are in all, and where the pages before and after are (RFC 8288). */
export function pageHeaders(
  c: Context,
  page: { readonly limit: number; readonly offset: number },
  total: number,
): void {
  c.header("X-Total-Count", String(total));
  const links: string[] = [];
  if (page.offset + page.limit < total) links.push(link(c, page.offset + page.limit, "next"));
  if (page.offset > 0) links.push(link(c, Math.max(0, page.offset - page.limit), "prev"));
  if (links.length > 0) c.header("Link", links.join(", "));
}

// Relative: behind a proxy the API does not know its own address.
function link(c: Context, offset: number, rel: "next" | "prev"): string {
  const query = new URLSearchParams(c.req.query());
  query.set("offset", String(offset));
  return `<${c.req.path}?${query}>; rel="${rel}"`;
}
