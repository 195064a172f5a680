import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPostgres } from './find-binary.ts';
import { freePort } from './free-port.ts';
import { createServerDirectory } from './server-directory.ts';
import { launchServer } from './server-process.ts';
import { type SystemUser, unprivilegedUser } from './unprivileged-user.ts';

/** Settings of postgresql.conf by their names there. */
export type PostgresSettings = Readonly<Record<string, string>>;

export interface PostgresServer {
  /** The maintenance database, as superuser. */
  url: string;
  port: number;
  stop(): Promise<void>;
  /** Stops it as an administrator in a hurry would, and starts it again with all it held. */
  restart(): Promise<void>;
}

const SETTINGS: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  // The machine's own crash is the one thing the tests do not play through.
  fsync: 'off',
  full_page_writes: 'off',
};

/** A PostgreSQL of one's own, empty, on 127.0.0.1. Nothing it holds outlives its process. */
export async function startPostgres(settings: PostgresSettings = {}): Promise<PostgresServer> {
  const binaries = findPostgres();
  if (!binaries) throw new Error('PostgreSQL is not installed');
  const user = unprivilegedUser();
  const directory = createServerDirectory('postgres', user);
  const data = join(directory.path, 'data');
  await createCluster(join(binaries, 'initdb'), data, directory.path, user);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const launch = () =>
    launchServer({
      command: join(binaries, 'postgres'),
      args: ['-D', data, '-p', String(port), ...options({ ...SETTINGS, ...settings })],
      directory: directory.path,
      user,
      stopSignal: 'SIGINT',
      connect: () => connect(url),
    });
  let server = await launch();
  return {
    url,
    port,
    stop: () => server.stop().then(directory.remove),
    restart: async () => {
      await server.stop();
      server = await launch();
    },
  };
}

async function createCluster(
  initdb: string,
  data: string,
  cwd: string,
  user: SystemUser | undefined,
): Promise<void> {
  const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  await promisify(execFile)(initdb, [...args, '--no-sync'], { cwd, ...user });
}

function options(settings: PostgresSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function connect(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  await client.connect();
  await client.end();
}
