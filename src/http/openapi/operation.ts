import { z } from 'zod';
import { isRaw, NOT_MODIFIED, type Route, statusesOf, takesBody } from '../route.ts';
import { problemResponses } from './problem-responses.ts';
import type { Json, SchemaDrawer } from './schemas.ts';

/** One route as an OpenAPI operation. */
export function operationOf(route: Route, drawer: SchemaDrawer): Json {
  const isPublic = route.access === 'public';
  return {
    operationId: operationId(route),
    tags: [route.tag],
    summary: route.summary,
    ...(isPublic ? {} : { description: `For ${[...route.access].join(', ')}.` }),
    security: isPublic ? [] : [{ key: [] }],
    parameters: [
      ...parameters(route.params, 'path', drawer),
      ...parameters(route.query, 'query', drawer),
      ...parameters(route.headers, 'header', drawer),
      ...ownHeaders(route),
    ],
    ...requestBody(route, drawer),
    responses: { ...replies(route, drawer), ...problemResponses(route, drawer) },
  };
}

/** For example `getV1ArticlesIdVersions`. */
function operationId({ method, path }: Route): string {
  const words = path.match(/[A-Za-z0-9]+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parameters(schema: z.ZodType | undefined, place: string, drawer: SchemaDrawer): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const drawn = drawer.draw(schema, 'input');
  const required = new Set(drawn.required as string[] | undefined);
  return Object.entries(drawn.properties as Record<string, Json>).map(
    ([name, { description, ...rest }]) => ({
      name,
      in: place,
      required: place === 'path' || required.has(name),
      ...(description ? { description } : {}),
      schema: rest,
    }),
  );
}

function ownHeaders({ method, access }: Route): Json[] {
  if (method !== 'post' || access === 'public') return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'Makes sure that this happens once, however often it is sent, for 24 hours',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
  ];
}

function requestBody(route: Route, drawer: SchemaDrawer): Json {
  if (!takesBody(route) || !route.body) return {};
  const examples = Object.entries(route.examples ?? {}).map(([name, value]) => [name, { value }]);
  const schema = drawer.draw(route.body, 'input');
  return {
    requestBody: {
      required: !route.body.safeParse({}).success,
      content: {
        'application/json': { schema, examples: Object.fromEntries(examples) },
        ...(route.form && { 'application/x-www-form-urlencoded': { schema } }),
      },
    },
  };
}

function replies(route: Route, drawer: SchemaDrawer): Json {
  const { reply } = route;
  const content = isRaw(reply)
    ? Object.fromEntries(reply.mediaTypes.map((type) => [type, { schema: { type: 'string' } }]))
    : { 'application/json': { schema: drawer.draw(reply, 'output') } };
  return Object.fromEntries(
    statusesOf(route).map((status) => [
      status,
      status === NOT_MODIFIED
        ? { description: 'Not modified' }
        : { description: status === 201 ? 'Created' : 'Done', content },
    ]),
  );
}
