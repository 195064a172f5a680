import type { Api } from './api.ts';
import type { Outlet } from './outlet/open-outlet.ts';
import type { Service } from './service.ts';

/** Everyone who takes part, each with what their own key lets them do. */
export interface Cast {
  service: Service;
  admin: Api;
  editor: Api;
  partner: Api & { id: string; key: string };
  aggregator: Api;
  /** Without an account. */
  anyone: Api;
  /** The partner's own system. */
  outlet: Outlet;
}
