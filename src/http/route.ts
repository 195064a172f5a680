import type { Request } from 'express';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { Access } from './access.ts';

/** A reply that is not JSON of ours: a page, an article's text, a document kept byte for byte. */
export interface Raw {
  /** The first is the default. */
  mediaTypes: readonly [string, ...string[]];
}

/** What a handler may know of the request beside its parsed parts. */
export type RequestFacts = Pick<Request, 'accepts' | 'ip' | 'path'>;

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Body<Reply> = Reply extends z.ZodType ? Frozen<z.input<Reply>> : string | Buffer;
/** Rows and rules are often read-only, and a reply is only read. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

interface Input<Params, Query, Headers, Sent> {
  /** With the caller; inside a transaction if the request came with an Idempotency-Key. */
  ctx: Context;
  params: Output<Params>;
  query: Output<Query>;
  headers: Output<Headers>;
  body: Output<Sent>;
  request: RequestFacts;
}

interface Answer<Reply> {
  /** One of the route's statuses; the first unless given. */
  status?: number;
  /** Cut down to the reply's schema; a raw reply is sent as it is. */
  body: Body<Reply>;
  headers?: Record<string, string>;
  /** Which of a raw reply's media types this is. */
  mediaType?: string;
  /** A raw reply that is sent as it is made, in the place of the body. */
  stream?: AsyncIterable<string>;
  /** The cursor of the next page, for the Link header. */
  next?: string | undefined;
}

type None = undefined;
type Schema = z.ZodType | None;

interface Declaration<
  Params extends Schema,
  Query extends Schema,
  Headers extends Schema,
  Sent extends Schema,
  Reply extends z.ZodType | Raw,
  Prepared,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/v1/articles/{id}`; `{+path}` is all that follows, slashes too. */
  path: string;
  tag: string;
  summary: string;
  access: Access;
  params?: Params;
  /** Strict objects refuse what they do not know; without a schema the query is not looked at. */
  query?: Query;
  /** By lower-case name. */
  headers?: Headers;
  /** Without a schema a post, put or patch takes an empty object or nothing. */
  body?: Sent;
  /** Whether a web form may be sent as well as JSON: a page asks for it. */
  form?: true;
  /** 256 KiB unless given. */
  bodyLimitBytes?: number;
  /**
   * 201 for a post and 200 for the rest unless given. With 304 among them, a reader that has what
   * the ETag names is told so instead of being sent it again (RFC 9110 section 13.1.2).
   */
  statuses?: readonly [number, ...number[]];
  reply: Reply;
  /** Codes beside those that every route of its kind can answer. */
  problems: readonly ErrorCode[];
  /** Bodies that the service accepts, by name. */
  examples?: Readonly<Record<string, Sent extends z.ZodType ? z.input<Sent> : never>>;
  /** Dotted paths in the reply that are shown once, and masked when the answer is replayed. */
  secrets?: readonly string[];
  /** Whether scripts of any web origin may read the answer. */
  crossOrigin?: true;
  /** Whether a public route goes without a limit per client address. */
  unlimited?: true;
  /**
   * What needs the network, outside any transaction: checks, or what the handler is to write down.
   * Not run when an answer is replayed.
   */
  prepare?(input: Input<Params, Query, Headers, Sent>): Promise<Prepared>;
  handle(
    input: Input<Params, Query, Headers, Sent> & { prepared: Prepared },
  ): Promise<Answer<NoInfer<Reply>>> | Answer<NoInfer<Reply>>;
}

/** A route is data: Express serves it and OpenAPI is drawn from the same object. */
export interface Route
  extends Omit<Declaration<Schema, Schema, Schema, Schema, z.ZodType | Raw, unknown>, 'examples'> {
  examples?: Readonly<Record<string, unknown>>;
}
export type RouteInput = Input<Schema, Schema, Schema, Schema>;
export type RouteAnswer = Answer<z.ZodType | Raw>;

/** Checks a route's parts against one another; `handle` gets the types of its schemas. */
export function defineRoute<
  Reply extends z.ZodType | Raw,
  Params extends Schema = None,
  Query extends Schema = None,
  Headers extends Schema = None,
  Sent extends Schema = None,
  Prepared = None,
>(route: Declaration<Params, Query, Headers, Sent, Reply, Prepared>): Route {
  // The frame hands each handler what its own schemas returned, which this type cannot say.
  return route as unknown as Route;
}

export function raw(...mediaTypes: [string, ...string[]]): Raw {
  return { mediaTypes };
}

export function isRaw(reply: z.ZodType | Raw): reply is Raw {
  return 'mediaTypes' in reply;
}

/** Whether a request to this route has a body that counts. */
export function takesBody({ method }: Pick<Route, 'method'>): boolean {
  return method === 'post' || method === 'put' || method === 'patch';
}

/** Whether `Idempotency-Key` is remembered; a public post has no owner. */
export function isRemembered({ method, access }: Pick<Route, 'method' | 'access'>): boolean {
  return method === 'post' && access !== 'public';
}

/** Whether something may be committed that the relay has to look at; a public route leaves it none. */
export function changes({ method, access }: Pick<Route, 'method' | 'access'>): boolean {
  return method !== 'get' && access !== 'public';
}

/** The reader has it already. */
export const NOT_MODIFIED = 304;

/** What a route may answer, the usual one first. */
export function statusesOf({ statuses, method }: Route): readonly [number, ...number[]] {
  return statuses ?? (method === 'post' ? [201] : [200]);
}
