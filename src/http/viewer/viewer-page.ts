import { element, htmlOf } from '../page.ts';

/** The page at `/docs`. Its addresses are relative, so that it may stand below a path. */
export function viewerPage(): string {
  const head = [
    // Without one the browser asks for /favicon.ico, which is not there.
    element('link', { rel: ['icon'], href: 'data:,' }),
    element('link', { rel: ['stylesheet'], href: 'docs/viewer.css' }),
    element('script', { src: 'docs/viewer.js', defer: true }),
    element('script', { src: 'docs/start.js', defer: true }),
  ];
  const description = element('a', { href: 'openapi.json' }, 'openapi.json');
  const body = [
    element('div', { id: 'viewer' }),
    element('noscript', {}, 'This page needs scripts. What it shows is in ', description, '.'),
  ];
  return htmlOf('The API of Imprimatur', head, body);
}

/**
 * Starts the viewer. Nothing is sent elsewhere to be validated, settings are not taken from the
 * page's address, and a key that is typed in is forgotten with the page.
 */
export const START_SCRIPT = `SwaggerUIBundle({
  url: new URL('openapi.json', document.baseURI).href,
  dom_id: '#viewer',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  filter: true,
  persistAuthorization: false,
  queryConfigEnabled: false,
  validatorUrl: null,
});
`;
