const TIMEOUT_MS = 10_000;

/** Reads what an issuer has published. @throws Error when it does not answer with it */
export async function fetchPublished(url: string): Promise<string> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
