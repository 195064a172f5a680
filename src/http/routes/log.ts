import { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { proveLicence } from '../../services/log/prove-licence.ts';
import {
  listTrees,
  readLogCheckpoint,
  readLogTile,
  type Tree,
} from '../../services/log/read-log.ts';
import { OUTLETS_AND_AUDITORS } from '../access.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { LicenceProofReply, LogReply, TilePath, TreeNumber } from '../schemas/log.ts';

/** A tile, full or not, is of one content for ever. */
const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const FRESH = { 'Cache-Control': 'no-cache' };

const logRoute = defineRoute({
  method: 'get',
  path: '/log',
  tag: 'Log',
  summary: 'The trees of the transparency log, the newest first',
  access: 'public',
  crossOrigin: true,
  reply: LogReply,
  problems: [],

  async handle({ ctx }) {
    const trees = await listTrees(ctx);
    return {
      body: { trees: trees.map((tree) => treeReply(tree, ctx.config.publicUrl)) },
      headers: FRESH,
    };
  },
});

function treeReply({ shard, head }: Tree, publicUrl: string) {
  const [ending = '/log'] = /\/log(\/\d+)?$/.exec(shard.origin) ?? [];
  return {
    origin: shard.origin,
    url: `${publicUrl}${ending}`,
    size: head?.size ?? 0,
    openedAt: formatInstant(shard.opened_at),
    ...(shard.reason !== null && { reason: shard.reason }),
    ...(shard.succeeds !== null && { succeeds: shard.succeeds }),
  };
}

const OfTree = z.object({ tree: TreeNumber });
const checkpointRoutes = [
  defineRoute({
    ...checkpointRoute('/log/checkpoint'),
    handle: async ({ ctx }) => ({ body: await readLogCheckpoint(ctx, undefined), headers: FRESH }),
  }),
  defineRoute({
    ...checkpointRoute('/log/{tree}/checkpoint'),
    params: OfTree,
    handle: async ({ ctx, params }) => ({
      body: await readLogCheckpoint(ctx, params.tree),
      headers: FRESH,
    }),
  }),
];

function checkpointRoute(path: string) {
  return {
    path,
    method: 'get',
    tag: 'Log',
    summary: 'The newest checkpoint of a tree: its size and root, signed (C2SP tlog-checkpoint)',
    access: 'public',
    crossOrigin: true,
    reply: raw('text/plain'),
    problems: ['log-part-not-found'],
  } as const;
}

const tileRoutes = [
  defineRoute({
    ...tileRoute('/log/tile/{+path}'),
    params: z.object({ path: TilePath }),
    handle: async ({ ctx, params: { path } }) => ({
      body: await readLogTile(ctx, { tree: undefined, path }),
      headers: FOR_EVER,
    }),
  }),
  defineRoute({
    ...tileRoute('/log/{tree}/tile/{+path}'),
    params: z.object({ tree: TreeNumber, path: TilePath }),
    handle: async ({ ctx, params }) => ({
      body: await readLogTile(ctx, params),
      headers: FOR_EVER,
    }),
  }),
];

function tileRoute(path: string) {
  return {
    path,
    method: 'get',
    tag: 'Log',
    summary: 'A row of hashes of a tree, or the entries under one (C2SP tlog-tiles)',
    access: 'public',
    crossOrigin: true,
    reply: raw('application/octet-stream'),
    problems: ['log-part-not-found'],
  } as const;
}

const proofRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/proof',
  tag: 'Licences',
  summary: 'That the log holds the issue of a licence, for anyone to check',
  access: OUTLETS_AND_AUDITORS,
  params: byId('licence-not-found'),
  reply: LicenceProofReply,
  problems: ['licence-not-found', 'proof-not-ready', 'event-removed'],

  async handle({ ctx, params }) {
    const { salt, ...proven } = await proveLicence(ctx, params.id);
    return { body: { ...proven, salt: salt.toString('base64') } };
  },
});

export const logRoutes: readonly Route[] = [
  logRoute,
  ...checkpointRoutes,
  ...tileRoutes,
  proofRoute,
];
