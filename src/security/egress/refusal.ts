/** Why the service will not send to a URL, and what to do about it. */
export interface EgressRefusal {
  code:
    | 'address-not-allowed'
    | 'scheme-not-allowed'
    | 'port-not-allowed'
    | 'userinfo-not-allowed'
    | 'url-malformed';
  /** A sentence that says what to do. Never the address behind a name: that is ours to know. */
  message: string;
}

/** One fixed refusal per code, so that the same fault always reads the same. */
export const REFUSALS: { readonly [Code in EgressRefusal['code']]: EgressRefusal } = {
  'address-not-allowed': {
    code: 'address-not-allowed',
    message:
      'This URL leads to an address that is not on the public internet. ' +
      'Use a public address, or ask the operator to add it to EGRESS_ALLOW.',
  },
  'scheme-not-allowed': {
    code: 'scheme-not-allowed',
    message: 'Use an https URL: text and licences leave over an encrypted connection only.',
  },
  'port-not-allowed': {
    code: 'port-not-allowed',
    message: 'Use port 443: leave the port out of the URL.',
  },
  'userinfo-not-allowed': {
    code: 'userinfo-not-allowed',
    message: 'Leave user name and password out of the URL.',
  },
  'url-malformed': {
    code: 'url-malformed',
    message: 'Give a whole URL, such as https://outlet.example/imprimatur.',
  },
};
