import { z } from 'zod';
import { articleJsonSchema } from '../../formats/json-schema.ts';
import { defineRoute, type Route } from '../route.ts';

const articleSchemaRoute = defineRoute({
  method: 'get',
  path: '/schemas/article.json',
  tag: 'Formats',
  summary: 'The JSON Schema of the format "json"',
  access: 'public',
  reply: z.looseObject({}),
  problems: [],

  handle() {
    return {
      body: { ...articleJsonSchema },
      headers: { 'Cache-Control': 'public, max-age=3600' },
    };
  },
});

export const schemaRoutes: readonly Route[] = [articleSchemaRoute];
