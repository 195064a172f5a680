import { startSharedServers } from './servers/shared-servers.ts';

export default startSharedServers;
