/** Settings that lead each channel to a server of ours. A new channel adds one line here. */
export const SETTINGS: Record<string, (url: string) => object> = {
  webhook: (url) => ({ url: `${url}/hook` }),
};
