import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { STYLE_HASH } from './page.ts';

/** Pages run no script, load nothing and are framed by nobody; JSON gets the same, which harms none. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [STYLE_HASH],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
