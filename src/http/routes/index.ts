import type { Route } from '../route.ts';
import { articleEmbargoRoutes } from './article-embargo.ts';
import { articleVersionRoutes } from './article-versions.ts';
import { articleWithholdingRoutes } from './article-withholding.ts';
import { articleRoutes } from './articles.ts';
import { confirmationRoutes } from './confirmations.ts';
import { conversationRoutes } from './conversations.ts';
import { destinationBackFillRoutes } from './destination-back-fills.ts';
import { destinationRemovalRoutes } from './destination-removals.ts';
import { destinationSecretRoutes } from './destination-secrets.ts';
import { destinationTestRoutes } from './destination-tests.ts';
import { destinationRoutes } from './destinations.ts';
import { docsRoutes } from './docs.ts';
import { eventRoutes } from './events.ts';
import { explainRoutes } from './explain.ts';
import { feedArticleRoutes } from './feed-articles.ts';
import { healthRoutes } from './health.ts';
import { killRoutes } from './kills.ts';
import { licenceBundleRoutes } from './licence-bundle.ts';
import { licenceChangeRoutes } from './licence-changes.ts';
import { licencePaperRoutes } from './licence-papers.ts';
import { licenceRenewalRoutes } from './licence-renewals.ts';
import { licenceRoutes } from './licences.ts';
import { logRoutes } from './log.ts';
import { metricsRoutes } from './metrics.ts';
import { noticeRoutes } from './notices.ts';
import { openApiRoute } from './openapi.ts';
import { outletKeyRoutes } from './outlet-keys.ts';
import { outletSuspensionRoutes } from './outlet-suspensions.ts';
import { outletRoutes } from './outlets.ts';
import { placementRoutes } from './placements.ts';
import { policyRoutes } from './policies.ts';
import { problemRoutes } from './problems.ts';
import { publicationFooterRoutes } from './publication-footers.ts';
import { publicationRoutes } from './publications.ts';
import { publishedKeyRoutes } from './published-keys.ts';
import { readPublicationRoutes } from './read-publications.ts';
import { receiptRoutes } from './receipts.ts';
import { replayRoutes } from './replays.ts';
import { requestRoutes } from './requests.ts';
import { schemaRoutes } from './schemas.ts';
import { signingKeyRoutes } from './signing-keys.ts';
import { staffKeyRoutes } from './staff-keys.ts';
import { statusRoutes } from './status.ts';
import { termsRoutes } from './terms.ts';
import { termsPresetRoutes } from './terms-presets.ts';
import { timelineRoutes } from './timelines.ts';
import { verificationRoutes } from './verification.ts';

/** What a process answers that watches itself alone. */
export const operationRoutes: readonly Route[] = [...healthRoutes, ...metricsRoutes];

/** Everything that the service answers. */
export const routes: readonly Route[] = [
  ...publicationRoutes,
  ...readPublicationRoutes,
  ...publicationFooterRoutes,
  ...policyRoutes,
  ...explainRoutes,
  ...termsRoutes,
  ...termsPresetRoutes,
  ...articleRoutes,
  ...articleEmbargoRoutes,
  ...killRoutes,
  ...articleWithholdingRoutes,
  ...articleVersionRoutes,
  ...outletRoutes,
  ...outletSuspensionRoutes,
  ...destinationRoutes,
  ...destinationBackFillRoutes,
  ...destinationRemovalRoutes,
  ...destinationSecretRoutes,
  ...destinationTestRoutes,
  ...requestRoutes,
  ...conversationRoutes,
  ...licenceRoutes,
  ...feedArticleRoutes,
  ...licenceBundleRoutes,
  ...licenceChangeRoutes,
  ...licenceRenewalRoutes,
  ...licencePaperRoutes,
  ...placementRoutes,
  ...confirmationRoutes,
  ...receiptRoutes,
  ...replayRoutes,
  ...noticeRoutes,
  ...eventRoutes,
  ...timelineRoutes,
  ...verificationRoutes,
  ...logRoutes,
  ...statusRoutes,
  ...schemaRoutes,
  ...outletKeyRoutes,
  ...staffKeyRoutes,
  ...publishedKeyRoutes,
  ...signingKeyRoutes,
  ...problemRoutes,
  ...operationRoutes,
  ...docsRoutes,
  openApiRoute(() => routes),
];
