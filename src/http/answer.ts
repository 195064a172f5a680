import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Context } from '../context.ts';
import { type Reply, recallReply, rememberReply } from '../services/remember-reply.ts';
import { hasAlready } from './has-already.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { maskAt } from './mask.ts';
import { bytesOf } from './read-body.ts';
import { inputReader } from './read-input.ts';
import {
  changes,
  isRaw,
  isRemembered,
  NOT_MODIFIED,
  type Route,
  type RouteAnswer,
  type RouteInput,
  statusesOf,
} from './route.ts';
import { sendStream } from './send-stream.ts';

/** Serves one route: reads its input, runs its handler, sends its reply. */
export function answer(ctx: Context, route: Route): RequestHandler {
  const read = inputReader(route);
  const remembers = isRemembered(route);
  return async (req, res) => {
    const { caller, log } = res.locals;
    const input: RouteInput = { ...read(req), ctx: { ...ctx, caller, log }, request: req };
    const key = remembers ? idempotencyKeyOf(req) : undefined;
    const reply = await (key === undefined ? now(route, input, req) : once(route, input, key, req));
    await send(route, req, res, reply);
    if (changes(route)) ctx.nudge();
  };
}

async function now(route: Route, input: RouteInput, req: Request): Promise<Reply> {
  const prepared = await route.prepare?.(input);
  const answered = await route.handle({ ...input, prepared });
  return render(route, req, answered, input.ctx.config.publicUrl);
}

/** Does what is asked for unless it was done before with the same Idempotency-Key. */
async function once(route: Route, input: RouteInput, key: string, req: Request): Promise<Reply> {
  const { ctx } = input;
  const bodyHash = createHash('sha256').update(bytesOf(req)).digest('base64url');
  const claim = { owner: ctx.caller.id, method: req.method, path: req.path, key, bodyHash };
  const earlier = route.prepare && (await recallReply(ctx, claim));
  if (earlier) return asReplay(earlier);
  const prepared = await route.prepare?.(input);
  const { reply, replayed } = await rememberReply(ctx, claim, async (inner) => {
    const answered = await route.handle({ ...input, ctx: inner, prepared });
    const sent = render(route, req, answered, ctx.config.publicUrl);
    return { sent, kept: { ...sent, text: withoutSecrets(route, sent.text) } };
  });
  return replayed ? asReplay(reply) : reply;
}

function asReplay(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, 'Idempotency-Replayed': 'true' } };
}

function withoutSecrets({ secrets }: Route, text: string): string {
  return secrets ? JSON.stringify(maskAt(JSON.parse(text), secrets)) : text;
}

/** The answer as it goes out, cut down to what the route says it replies. */
function render(route: Route, req: Request, given: RouteAnswer, publicUrl: string): Reply {
  const { reply } = route;
  const headers: Record<string, string> = {};
  if (given.next) headers.Link = `<${nextUrl(req, given.next, publicUrl)}>; rel="next"`;
  headers['Content-Type'] = isRaw(reply)
    ? asText(given.mediaType ?? reply.mediaTypes[0])
    : 'application/json';
  return {
    status: given.status ?? statusesOf(route)[0],
    headers: given.headers ? { ...headers, ...given.headers } : headers,
    ...(given.stream && { stream: given.stream }),
    ...(isRaw(reply) ? written(given.body) : { text: JSON.stringify(reply.parse(given.body)) }),
  };
}

function written(body: RouteAnswer['body']): Pick<Reply, 'text' | 'bytes'> {
  return Buffer.isBuffer(body) ? { text: '', bytes: body } : { text: String(body) };
}

function asText(mediaType: string): string {
  const isBare = mediaType.startsWith('text/') && !mediaType.includes(';');
  return isBare ? `${mediaType}; charset=utf-8` : mediaType;
}

/** RFC 8288: the same list from the cursor on. */
function nextUrl(req: Request, cursor: string, publicUrl: string): string {
  const url = new URL(req.originalUrl, publicUrl);
  url.searchParams.set('cursor', cursor);
  return `${publicUrl}${url.pathname}${url.search}`;
}

async function send(route: Route, req: Request, res: Response, reply: Reply): Promise<void> {
  const { status, headers, text, bytes, stream } = reply;
  if (req.path.startsWith('/v1/')) res.setHeader('Cache-Control', 'no-store');
  for (const name in headers) res.setHeader(name, headers[name] ?? '');
  if (statusesOf(route).includes(NOT_MODIFIED) && hasAlready(req, headers.ETag)) {
    res.removeHeader('Content-Type');
    res.statusCode = NOT_MODIFIED;
    res.end();
    return;
  }
  res.statusCode = status;
  if (stream) await sendStream(req, res, stream);
  else res.end(bytes ?? text);
}
