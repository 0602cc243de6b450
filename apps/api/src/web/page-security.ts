import { secureHeaders } from "hono/secure-headers";

/**
 * Headers of every page: scripts, styles, fonts and data of this server only, nothing inline, no
 * frame around it and no plug-in in it.
 */
export const pageSecurity = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  xFrameOptions: "DENY",
  referrerPolicy: "strict-origin-when-cross-origin",
  // Whoever puts TLS in front sets this for the whole host.
  strictTransportSecurity: false,
});
