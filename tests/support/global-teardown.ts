import { stopSharedServers } from './servers/shared-servers.ts';

export default stopSharedServers;
