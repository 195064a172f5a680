import { z } from 'zod';

const Ref = z
  .string()
  .min(1)
  .max(2_048)
  .regex(/^\P{Cc}*$/u);

/** What is not as expected is ignored: the outlet has the text whatever it says about it. */
const Answer = z.object({
  url: Ref.pipe(z.url({ protocol: /^https?$/ }))
    .optional()
    .catch(undefined),
  id: z
    .union([Ref, z.int().transform(String)])
    .optional()
    .catch(undefined),
});

/** What an outlet calls its copy: the `url` of its JSON answer, else its `id`. */
export function remoteRefOf(body: string): string | undefined {
  // Most answers are empty, and an error with its stack costs as much as the send.
  if (!body.trimStart().startsWith('{')) return undefined;
  const answer = Answer.safeParse(parseJson(body)).data;
  return answer?.url ?? answer?.id;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
