import type { AlertsTables } from './tables/alerts.ts';
import type { ArticlesTables } from './tables/articles.ts';
import type { ConversationsTables } from './tables/conversations.ts';
import type { DeliveryTables } from './tables/delivery.ts';
import type { ExclusivityTables } from './tables/exclusivity.ts';
import type { NoticesTables } from './tables/notices.ts';
import type { PartiesTables } from './tables/parties.ts';
import type { PermissionsTables } from './tables/permissions.ts';
import type { RecordTables } from './tables/record.ts';
import type { StatusTables } from './tables/status.ts';

export type { LicenceChange, LicenceState } from '../domain/licence-life.ts';
export type { ArticleImage, ArticleRights, ArticleState } from './tables/articles.ts';
export type { CodedMessage } from './tables/columns.ts';
export type {
  ConfirmedBy,
  DestinationState,
  Operation,
  ReceiptSource,
  WithdrawalReason,
} from './tables/delivery.ts';
export type { Contact, Role } from './tables/parties.ts';

/** Every table, as the migrations leave it. */
export interface Tables
  extends PartiesTables,
    ArticlesTables,
    PermissionsTables,
    DeliveryTables,
    NoticesTables,
    AlertsTables,
    RecordTables,
    ConversationsTables,
    ExclusivityTables,
    StatusTables {}
