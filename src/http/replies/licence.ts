import type { z } from 'zod';
import type { AskedFeed, Feed } from '../../domain/feed.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { RuleTrace } from '../../domain/rule.ts';
import type { readLicence } from '../../services/licences/read-licences.ts';
import { termsUri, verifyUrl } from '../../services/licences/uris.ts';
import type { readRequest } from '../../services/requests/read-requests.ts';
import type { LicenceReply, RequestReply } from '../schemas/licence.ts';

type Licence = Awaited<ReturnType<typeof readLicence>>;
type Request = Awaited<ReturnType<typeof readRequest>>['request'];
type Shown = z.input<typeof LicenceReply>;

/** A licence as it is answered. */
export function licenceReply(licence: Licence, publicUrl: string): Shown {
  const { terms_slug: slug, terms_version: version } = licence;
  return {
    id: licence.id,
    series: licence.series,
    prev: licence.prev,
    ...(licence.successor && { successor: licence.successor }),
    state: licence.state,
    token: licence.token,
    request: licence.request,
    outlet: licence.outlet,
    ...(licence.article !== null && { article: licence.article }),
    ...(licence.article_version !== null && { articleVersion: licence.article_version }),
    ...(licence.feed && { feed: feedReply(licence.feed) }),
    use: licence.use as Shown['use'],
    terms: { uri: termsUri(publicUrl, slug, version), version },
    from: formatInstant(licence.from_at),
    until: formatInstant(licence.until_at),
    footer: licence.footer,
    verifyUrl: verifyUrl(publicUrl, licence.id),
    endedAt: licence.ended_at === null ? null : formatInstant(licence.ended_at),
    endReason: licence.end_reason,
    suspendedAt: licence.suspended_at === null ? null : formatInstant(licence.suspended_at),
    suspendReason: licence.suspend_reason,
    scheduled: licence.scheduled.map(({ effectiveAt, ...order }) => ({
      ...order,
      effectiveAt: formatInstant(effectiveAt),
    })),
    createdAt: formatInstant(licence.created_at),
  };
}

/** A feed as it is answered. */
export function feedReply({ publication, filter }: Feed): NonNullable<Shown['feed']> {
  return { publication, filter: { ...filter } };
}

function askedFeedReply({ backFill, ...feed }: AskedFeed) {
  return { ...feedReply(feed), ...(backFill !== undefined && { backFill }) };
}

/** A request as it is answered, with its licence where there is one. */
export function requestReply(
  request: Request,
  licence: Licence | null,
  publicUrl: string,
): z.input<typeof RequestReply> {
  return {
    id: request.id,
    state: request.state,
    reasons: request.reasons,
    outlet: request.outlet,
    ...(request.article !== null && { articleId: request.article }),
    ...(request.feed && { feed: askedFeedReply(request.feed) }),
    use: request.use as Shown['use'],
    ...(licence && { licence: licenceReply(licence, publicUrl) }),
    note: request.note,
    createdAt: formatInstant(request.created_at),
    decidedAt: request.decided_at === null ? null : formatInstant(request.decided_at),
  };
}

/** What the policy said of a request when it was asked. */
export function decisionReply({
  policy_version: policyVersion,
  trace,
}: Request): NonNullable<z.input<typeof RequestReply>['decision']> {
  return { policyVersion, rules: trace as readonly RuleTrace[] };
}
