/** What a page says of itself before any script runs: to tabs, to search engines, to link previews. */
export interface Head {
  readonly title: string;
  readonly description: string;
  /** The page's module in the web page's sources, loaded ahead. */
  readonly module: string;
  /** Addresses of the API that the page reads first, asked for ahead. */
  readonly reads: readonly string[];
  /** 404 where the address names nothing. */
  readonly status: 200 | 404;
}

/** Text as it may stand in an attribute or between tags. */
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

/** The shell with this head in it. */
export function withHead(shell: string, head: Head, ahead: readonly string[]): string {
  const title = escapeHtml(head.title);
  const description = escapeHtml(head.description);
  const lines = [
    `<meta name="description" content="${description}" />`,
    `<meta property="og:site_name" content="Slomix" />`,
    `<meta property="og:type" content="website" />`,
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    `<meta name="twitter:card" content="summary" />`,
    ...(head.status === 404 ? [`<meta name="robots" content="noindex" />`] : []),
  ];
  // Behind what the shell itself needs: a browser fetches in this order, a few files at a time.
  const links = [
    ...ahead.map((path) =>
      path.endsWith(".css")
        ? `<link rel="stylesheet" href="${path}" />`
        : `<link rel="modulepreload" crossorigin href="${path}" />`,
    ),
    ...head.reads.map(
      (path) =>
        `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escapeHtml(path)}" />`,
    ),
  ];
  // A function: `$&` in a player's name means itself.
  return shell
    .replace("<title>Slomix</title>", () => `<title>${title}</title>`)
    .replace("<!--page-->", () => lines.join("\n    "))
    .replace("</head>", () => `${links.map((link) => `  ${link}\n  `).join("")}</head>`);
}
