import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { DemoFailed } from './confirm.ts';

/** A token whose signature holds, decoded. */
export type Decoded = Awaited<ReturnType<typeof jwtVerify>>;

/**
 * Verifies a licence with a library that is not ours, knowing only the service's URL.
 *
 * @param origin where the reprint stands
 * @throws DemoFailed with what jose says, when it does not verify
 */
export async function verifyWithJose(
  issuer: string,
  token: string,
  origin: string,
): Promise<Decoded> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  const wanted = { issuer, audience: origin, typ: 'reprint-licence+jwt', algorithms: ['ES256'] };
  try {
    return await jwtVerify(token, keys, wanted);
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new DemoFailed(`jose says: ${error.message}`);
    throw error;
  }
}
