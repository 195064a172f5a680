import type { Route } from '../route.ts';
import { operationOf } from './operation.ts';
import { type Json, schemaDrawer } from './schemas.ts';

/** Draws the OpenAPI 3.1 document from the routes that serve the requests. */
export function openApiDocument(routes: readonly Route[], publicUrl: string): Json {
  const drawer = schemaDrawer();
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    // OpenAPI has no name for a parameter that goes over several segments.
    const path = route.path.replace('{+', '{');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, drawer) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Imprimatur',
      version: '1',
      summary: 'Syndication and reprint permissions',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: drawer.components,
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  };
}
