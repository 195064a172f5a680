import type { ApiClient } from './api-client.ts';
import { openHandWorker } from './hand-worker.ts';
import { startReceiver } from './receiver.ts';
import { addOutlet, askForLicence, type Licence, publish } from './seed.ts';
import { serveApp } from './served-app.ts';

/** The fields of a receipt's answer, or of the refusal of one, that the tests look at. */
export interface Receipt {
  id: string;
  placement: string;
  version: number;
  seq: number;
  source: string;
  url?: string;
  confirmed: boolean;
  notices: { code: string; message: string }[];
  code: string;
  errors?: { pointer: string; detail: string }[];
}

/** A page of the outlets' own. */
export const PAGE = 'https://courier.example/pilot-boat';

/** Served over HTTP, with one receiver for all outlets, and a worker that is driven by hand. */
export async function openReports() {
  const [app, receiver] = await Promise.all([serveApp(), startReceiver()]);
  const worker = openHandWorker(app.ctx);

  /** An outlet that was sent a story. */
  async function delivered() {
    const outlet = await addOutlet(app.admin, app.url, { receiver });
    const article = await publish(app.admin);
    const licence = await askForLicence(outlet.api, article);
    await worker.send(outlet.destination);
    return { ...outlet, article, licence };
  }

  return {
    app,
    receiver,
    worker,
    delivered,
    /** Says that the text runs at {@link PAGE}, or as told. */
    say: (by: { api: ApiClient; licence: Pick<Licence, 'id'> }, body: object = {}, headers = {}) =>
      by.api.ask<Receipt>('POST', `/v1/licences/${by.licence.id}/receipts`, {
        body: { url: PAGE, ...body },
        headers,
      }),
    rowOf: ({ article }: { article: string }) =>
      app.ctx.db
        .selectFrom('placement')
        .selectAll()
        .where('article', '=', article)
        .executeTakeFirstOrThrow(),
    async close(): Promise<void> {
      worker.close();
      await Promise.all([app.close(), receiver.close()]);
    },
  };
}
