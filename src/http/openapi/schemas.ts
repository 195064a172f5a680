import { z } from 'zod';

export type Json = Record<string, unknown>;

/** Draws schemas, and gathers those that have a name of their own. */
export interface SchemaDrawer {
  /** A schema in its place: a reference if it is named. */
  draw(schema: z.ZodType, io: 'input' | 'output'): Json;
  /** The named ones, by name. */
  components: Json;
}

/**
 * @returns a drawer whose `draw` throws Error when two different schemas have the same name
 */
export function schemaDrawer(): SchemaDrawer {
  const components: Json = {};
  return {
    components,
    draw(schema, io) {
      const { $defs = {}, ...drawn } = relocated(toJson(schema, io));
      for (const [name, component] of Object.entries($defs)) add(components, name, component);
      return drawn;
    },
  };
}

function add(components: Json, name: string, component: unknown): void {
  const known = components[name];
  if (known && JSON.stringify(known) !== JSON.stringify(component)) {
    throw new Error(`Two different schemas are named ${name}.`);
  }
  components[name] = component;
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Replies may gain fields, and clients that generate code from here must live with it.
      if (io === 'output' && def.type === 'object' && !def.catchall) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  return json;
}

/** JSON Schema keeps named schemas beside the root, OpenAPI in one place for the document. */
function relocated(json: Json): Json & { $defs?: Json } {
  const text = JSON.stringify(json);
  return JSON.parse(text.replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'));
}
