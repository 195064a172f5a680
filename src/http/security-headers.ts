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
export const POLICY_WITH_FORM = written({ ...POLICY, 'form-action': "'self'" });

/**
 * For the viewer of the API's description: its own script and style, and requests to the service
 * itself. Some of its icons stand in its style as `data:`.
 */
export const POLICY_OF_VIEWER = written({
  ...POLICY,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'form-action': "'none'",
});

function written(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map((directive) => directive.join(' '))
    .join(';');
}

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
