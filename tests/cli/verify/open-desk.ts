import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/verify.ts';
import { signDueLists } from '../../../src/services/status/sign-due-lists.ts';
import type { LicenceBundle } from '../../../src/verifier/index.ts';
import { addOutlet, askForLicence, type Outlet, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

/** What the command said, and its exit code. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** A house that issues licences, and somebody with the command and a directory. */
export interface VerifyDesk {
  app: ServedApp;
  outlet: Outlet;
  /** Of a licence in force. */
  bundle: LicenceBundle;
  bundleOf(id: string): Promise<LicenceBundle>;
  /** Writes a file and answers its path. */
  file(name: string, content: unknown): Promise<string>;
  /** Verifies a bundle or a token. */
  verify(content: unknown, ...more: string[]): Promise<Said>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<VerifyDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'imprimatur-verify-'));
  const app = await serveApp();
  const outlet = await addOutlet(app.admin, app.url);
  const bundleOf = async (id: string) => {
    await app.seal();
    await signDueLists(app.ctx);
    return (await outlet.api.get<LicenceBundle>(`/v1/licences/${id}/bundle`)).body;
  };
  const file = async (name: string, content: unknown) => {
    const path = join(directory, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const { id } = await askForLicence(outlet.api, await publish(app.admin));
  return {
    ...{ app, outlet, bundleOf, file, bundle: await bundleOf(id) },
    verify: async (content, ...more) => call(await file('given', content), ...more),
    close: async () => {
      await app.close();
      await rm(directory, { recursive: true });
    },
  };
}

export async function call(...args: string[]): Promise<Said> {
  const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const code = await run(args, {
    out: (line) => void said.out.push(line),
    err: (line) => void said.err.push(line),
    env: {},
  });
  return { code, out: said.out.join('\n'), err: said.err.join('\n') };
}
