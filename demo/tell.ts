import type { Cast } from './cast.ts';
import { fact } from './print.ts';
import type { Decision, Verdict } from './replies.ts';

interface Request {
  /** The outlet's. */
  name: string;
  articleId: string;
  use: { media: string[]; until: string };
}

/** Says who asks for what. */
export async function tellRequest({ editor }: Cast, request: Request): Promise<void> {
  const path = `/v1/articles/${request.articleId}`;
  const { headline } = await editor.send<{ headline: string }>('GET', path);
  const { media, until } = request.use;
  fact('request', `${request.name} asks for “${headline}”`);
  fact('use', `${media.join(' and ')}, worldwide, until ${until.slice(0, 10)}`);
}

/** Says what was decided, and every reason. */
export function tellDecision({ state, reasons }: Decision): void {
  fact('decision', state.toUpperCase());
  for (const { message, pointer } of reasons) {
    fact('reason', pointer ? `${message} (${pointer})` : message);
  }
}

/** Says what the service answers to a token. */
export function tellVerdict({ code, reason }: Verdict): void {
  fact('verify', `${code}: ${reason}`);
}
