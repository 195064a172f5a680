import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { STYLE_HASH } from './page.ts';

const POLICY = {
  'default-src': "'none'",
  'style-src': STYLE_HASH,
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** For a page with a form, which may be sent to the service itself. */
export const POLICY_WITH_FORM = Object.entries({ ...POLICY, 'form-action': "'self'" })
  .map((directive) => directive.join(' '))
  .join(';');

/** Pages run no script, load nothing and are framed by nobody; JSON gets the same, which harms none. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...POLICY, 'form-action': "'none'" },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
