import { Validator } from '@seriousme/openapi-schema-validator';
import { takesBody } from '../../../src/http/route.ts';
import { routes } from '../../../src/http/routes/index.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let api: TestApi;
let document: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};
interface Operation {
  operationId: string;
  security: unknown[];
  parameters: { name: string; in: string; required?: boolean; schema: unknown }[];
  responses: Record<string, { description: string }>;
}
beforeAll(async () => {
  api = await startTestApi(routes);
  document = (await api.call('get', '/openapi.json')).body;
});
afterAll(() => api.close());

/** As OpenAPI writes it, which has no name for a parameter that goes over several segments. */
const written = (path: string) => path.replace('{+', '{');
const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

test('it is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document) as never);
  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, '3.1']);
});

test('it lists every route and no other', () => {
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(listed.sort()).toEqual(
    routes.map((route) => `${route.method} ${written(route.path)}`).sort(),
  );
});

test('every operation has an id of its own', () => {
  const ids = operations().map((operation) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const names = new Set([...references].map(([, name]) => String(name)));
  expect(names.size).toBeGreaterThan(0);
  expect([...names].filter((name) => !document.components.schemas[name])).toEqual([]);
});

test('every parameter of a path is described', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const wanted = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name);
    for (const { parameters } of Object.values(methods)) {
      const described = parameters.filter((parameter) => parameter.in === 'path');
      expect(described.map(({ name }) => name).sort()).toEqual(wanted.sort());
      expect(described.every(({ required }) => required)).toBe(true);
    }
  }
});

test('a key is asked for exactly where a route is not public', () => {
  for (const route of routes) {
    const operation = document.paths[written(route.path)]?.[route.method];
    const isPublic = route.access === 'public';
    expect(operation?.security).toEqual(isPublic ? [] : [{ key: [] }]);
    expect(operation?.responses['401'] === undefined).toBe(isPublic);
  }
});

const withBody = routes.filter((route) => takesBody(route) && route.body);

test.each(withBody.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s has examples, and its schema takes them',
  (_name, route) => {
    const examples = Object.values(route.examples ?? {});
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(route.body?.parse(example)).toBeDefined();
  },
);
