import { z } from 'zod';
import { openApiDocument } from '../openapi/document.ts';
import { defineRoute, type Route } from '../route.ts';

/** The description of all routes, this one among them; drawn when it is first asked for. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let drawn: Record<string, unknown> | undefined;
  return defineRoute({
    method: 'get',
    path: '/openapi.json',
    tag: 'Operation',
    summary: 'This description of the service',
    access: 'public',
    crossOrigin: true,
    reply: z.record(z.string(), z.unknown()),
    problems: [],
    handle({ ctx }) {
      drawn ??= openApiDocument(routes(), ctx.config.publicUrl);
      return { body: drawn, headers: { 'Cache-Control': 'public, max-age=300' } };
    },
  });
}
