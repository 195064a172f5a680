import type { ApiClient } from './api-client.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { seedHouse } from './seed.ts';
import { type ServiceEnv, type ServiceProcess, startService } from './service-process.ts';
import { type Ground, groundFor, type Tier } from './tiers.ts';

/** A service that runs, with a publication in it and an outlet's system beside it. */
export interface House {
  url: string;
  env: ServiceEnv;
  admin: ApiClient;
  receiver: Receiver;
  /** The process that runs now. */
  service: ServiceProcess;
  /** Ends the process in an orderly way and starts the next. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** One process with everything in it, on a tier's fresh ground. */
export async function openHouse(tier: Tier): Promise<House> {
  return openHouseOn(await groundFor(tier));
}

export async function openHouseOn({ env, remove }: Ground): Promise<House> {
  const url = String(env.PUBLIC_URL);
  const service = startService(env);
  await service.ready();
  const receiver = await startReceiver();
  const admin = await seedHouse(url);
  const house: House = {
    ...{ url, env, admin, receiver, service },
    async restart() {
      const { code } = await house.service.stop();
      if (code !== 0) throw new Error(`it ended with ${code}:\n${house.service.output()}`);
      house.service = startService(env);
      await house.service.ready();
    },
    async close() {
      await house.service.kill();
      await receiver.close();
      await remove();
    },
  };
  return house;
}
