import express, { type Express } from 'express';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { answerProblem } from './answer-problem.ts';
import { mount } from './mount.ts';
import { identify } from './request-state.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';

/** The whole HTTP surface as one Express application. */
export function createApp(ctx: Context, routes: readonly Route[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('trust proxy', ctx.config.trustProxy);
  app.use(identify(ctx), securityHeaders());
  mount(app, ctx, routes);
  app.use(() => {
    throw new DomainError(
      'page-not-found',
      `Nothing is at this address. ${ctx.config.publicUrl}/openapi.json lists those there are.`,
    );
  });
  app.use(answerProblem(ctx));
  return app;
}
