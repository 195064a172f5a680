import type { ApiClient } from './api-client.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { seedHouse } from './seed.ts';
import { type ServiceEnv, type ServiceProcess, startService } from './service-process.ts';
import type { Ground } from './tiers.ts';

/** A house whose API and whose workers are processes of their own. */
export interface SplitHouse {
  url: string;
  env: ServiceEnv;
  admin: ApiClient;
  receiver: Receiver;
  api: ServiceProcess;
  /** The workers that run now. */
  workers: ServiceProcess;
  /** Starts workers anew; what became of the former is the caller's to decide. */
  startWorkers(): Promise<void>;
  close(): Promise<void>;
}

export async function openSplitHouse({ env, remove }: Ground): Promise<SplitHouse> {
  const url = String(env.PUBLIC_URL);
  const receiver = await startReceiver();
  const api = startService(env, 'api');
  await api.ready();
  const admin = await seedHouse(url);
  const house: SplitHouse = {
    ...{ url, env, admin, receiver, api, workers: startService(env, 'workers') },
    async startWorkers() {
      house.workers = startService(env, 'workers');
      await house.workers.ready();
    },
    async close() {
      await Promise.all([house.workers.kill(), api.kill()]);
      await receiver.close();
      await remove();
    },
  };
  await house.workers.ready();
  return house;
}
