import { secureHeaders } from "hono/secure-headers";

/**
 * Headers of every answer of the API, which is data and never a page: nothing in it may run, be
 * framed, be sniffed as another type or tell where it was called from. CORS stays closed.
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  // Whoever puts TLS in front sets this for the whole host.
  strictTransportSecurity: false,
});
