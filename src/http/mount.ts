import cors from 'cors';
import express, { type Express, type RequestHandler } from 'express';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { answer } from './answer.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import { type Route, takesBody } from './route.ts';
import { signIn } from './sign-in.ts';

const BODY_LIMIT_BYTES = 256 * 1024;

/** Serves every route, and answers 405 for the methods that an address does not take. */
export function mount(app: Express, ctx: Context, routes: readonly Route[]): void {
  const limits = rateLimits(ctx.config);
  for (const [path, group] of byPath(routes)) {
    const place = app.route(expressPath(path));
    place.all((_req, res, next) => {
      res.locals.route = path;
      next();
    });
    if (group.some((route) => route.crossOrigin)) place.options(cors());
    for (const route of group) place[route.method](...steps(ctx, limits, route));
    place.all(refuseMethod(group));
  }
}

/** What a request passes on its way; each step may end it. */
function steps(ctx: Context, limits: RateLimits, route: Route): RequestHandler[] {
  const steps: RequestHandler[] = [];
  if (route.crossOrigin) steps.push(cors());
  if (route.access !== 'public') {
    steps.push(signIn(ctx, limits, route.access));
    if (limits.perKey) steps.push(limits.perKey);
  } else if (!route.unlimited) {
    steps.push(limits.publicRoutes);
  }
  if (takesBody(route)) {
    const limit = route.bodyLimitBytes ?? BODY_LIMIT_BYTES;
    steps.push(express.raw({ type: () => true, limit, inflate: false }));
  }
  return [...steps, answer(ctx, route)];
}

function refuseMethod(group: readonly Route[]): RequestHandler {
  const methods = group.map((route) => route.method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  const allow = methods.join(', ');
  return (req, res) => {
    res.setHeader('Allow', allow);
    throw new DomainError('method-not-allowed', `${req.method} does not go here; ${allow} do.`);
  };
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) {
    paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  }
  return paths;
}

function expressPath(path: string): string {
  return path.replaceAll(/{\+(\w+)}/g, '*$1').replaceAll(/{(\w+)}/g, ':$1');
}
