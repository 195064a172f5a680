import { defineRoute, NOT_MODIFIED, type Route, raw } from '../route.ts';
import { POLICY_OF_VIEWER } from '../security-headers.ts';
import { viewerFile } from '../viewer/viewer-file.ts';
import { START_SCRIPT, viewerPage } from '../viewer/viewer-page.ts';

const shared = { method: 'get', tag: 'Operation', access: 'public', problems: [] } as const;

/** An hour; a new release is seen after that, or when the page is loaded anew. */
const KEPT = { 'Cache-Control': 'public, max-age=3600' };

const viewer = defineRoute({
  ...shared,
  path: '/docs',
  summary: 'This description as a page, where requests can be tried',
  reply: raw('text/html'),
  handle() {
    const headers = { ...KEPT, 'Content-Security-Policy': POLICY_OF_VIEWER };
    return { body: viewerPage(), headers };
  },
});

const start = defineRoute({
  ...shared,
  path: '/docs/start.js',
  summary: 'What starts the page',
  reply: raw('text/javascript'),
  handle: () => ({ body: START_SCRIPT, headers: KEPT }),
});

/** A file of the kept viewer, swagger-ui, as its package has it. */
function fileRoute(path: string, mediaType: string, name: string, summary: string): Route {
  return defineRoute({
    ...{ ...shared, path, summary },
    statuses: [200, NOT_MODIFIED],
    reply: raw(mediaType),
    async handle() {
      const { bytes, etag } = await viewerFile(name);
      return { body: bytes, headers: { ...KEPT, ETag: etag } };
    },
  });
}

export const docsRoutes: readonly Route[] = [
  viewer,
  start,
  fileRoute('/docs/viewer.js', 'text/javascript', 'swagger-ui-bundle.js', "The page's program"),
  fileRoute('/docs/viewer.css', 'text/css', 'swagger-ui.css', "The page's style"),
];
