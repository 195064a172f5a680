import { z } from 'zod';
import { WEBHOOK_SECRET } from './channels/webhook-signature.ts';
import { listOf, logLevels, sealKey, trustProxy, wholeNumber } from './config-values.ts';

const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ISSUER_ALIASES: listOf(z.url({ protocol: /^https?$/ })),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  ADMIN_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SEAL_KEY: sealKey.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALERT_WEBHOOK_SECRET: z
    .string()
    .regex(WEBHOOK_SECRET, 'must be whsec_ and 24 to 64 bytes in base64')
    .optional(),
  RATE_LIMIT_PER_KEY: wholeNumber(1, 1_000_000).optional(),
  TRUST_PROXY: trustProxy,
  EGRESS_ALLOW: listOf(z.union([z.cidrv4(), z.cidrv6()], 'must be CIDRs such as 10.1.0.0/16')),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

/** The settings of one process. Secrets stand apart, so that the rest may be logged. */
export type Config = Readonly<ReturnType<typeof settings>>;
export interface Secrets {
  adminKey: string | undefined;
  /** 32 bytes. */
  sealKey: Buffer | undefined;
  databaseUrl: string | undefined;
  /** Of the role that owns the tables, where that is another. */
  databaseOwnerUrl: string | undefined;
  redisUrl: string | undefined;
  /** May hold a password. */
  smtpUrl: string | undefined;
  /** May hold a token. */
  alertWebhookUrl: string | undefined;
  alertWebhookSecret: string | undefined;
}

/**
 * Reads the environment once, at the start; nothing else may read `process.env`.
 *
 * @throws Error with one line per bad variable and never a value, because values may be secrets
 */
export function readConfig(env: Record<string, string | undefined>): {
  config: Config;
  secrets: Secrets;
} {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(complaint(parsed.error.issues));
  const { data } = parsed;
  for (const name of ['REDIS_URL', 'DATABASE_OWNER_URL'] as const) {
    if (!data[name] || data.DATABASE_URL) continue;
    throw new Error(complaint([{ path: [name], message: 'needs DATABASE_URL beside it' }]));
  }
  if (data.SMTP_URL && !data.MAIL_FROM) {
    throw new Error(complaint([{ path: ['MAIL_FROM'], message: 'is needed with SMTP_URL' }]));
  }
  if (data.ALERT_WEBHOOK_URL && !data.ALERT_WEBHOOK_SECRET) {
    throw new Error(complaint([{ path: ['ALERT_WEBHOOK_SECRET'], message: NEEDS_ALERT_SECRET }]));
  }
  if (data.DATABASE_URL && !data.SEAL_KEY) {
    throw new Error(complaint([{ path: ['SEAL_KEY'], message: NEEDS_SEAL_KEY }]));
  }
  return { config: Object.freeze(settings(data)), secrets: secretsOf(data) };
}

const NEEDS_SEAL_KEY =
  'is needed with DATABASE_URL: 32 random bytes in base64, kept for as long as the database is';

const NEEDS_ALERT_SECRET =
  'is needed with ALERT_WEBHOOK_URL: whsec_ and 32 random bytes in base64, known to the receiver too';

function settings(data: z.infer<typeof Environment>) {
  const publicUrl = new URL(data.PUBLIC_URL ?? `http://localhost:${data.PORT}`);
  return {
    port: data.PORT,
    host: data.HOST,
    /** Where /healthz, /readyz and /metrics are answered too; undefined: nowhere else. */
    metricsPort: data.METRICS_PORT,
    /** Origin and path without a slash at the end; also the issuer of every licence. */
    publicUrl: publicUrl.href.replace(/\/+$/, ''),
    issuerAliases: data.ISSUER_ALIASES.map((url) => url.replace(/\/+$/, '')),
    dataDir: data.DATA_DIR,
    tier: data.REDIS_URL ? 'fleet' : data.DATABASE_URL ? 'server' : 'embedded',
    /** Sender of notices; null where no mail server is set, and notices are only kept. */
    mailFrom: data.SMTP_URL ? (data.MAIL_FROM ?? null) : null,
    /** Whether the operator's own system is told when people have to be called. */
    hasAlertHook: data.ALERT_WEBHOOK_URL !== undefined,
    rateLimitPerKey: data.RATE_LIMIT_PER_KEY,
    trustProxy: data.TRUST_PROXY,
    egressAllow: data.EGRESS_ALLOW,
    logLevel: data.LOG_LEVEL,
  } as const;
}

function secretsOf(data: z.infer<typeof Environment>): Secrets {
  return {
    adminKey: data.ADMIN_KEY,
    sealKey: data.SEAL_KEY,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    redisUrl: data.REDIS_URL,
    smtpUrl: data.SMTP_URL,
    alertWebhookUrl: data.ALERT_WEBHOOK_URL,
    alertWebhookSecret: data.ALERT_WEBHOOK_SECRET,
  };
}

function complaint(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const lines = issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`);
  return `The service cannot start with this environment:\n${lines.join('\n')}`;
}
