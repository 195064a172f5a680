/** The parts of the API's answers that the demo reads. */
export interface CodedMessage {
  code: string;
  message: string;
}

export interface PutIn {
  id: string;
  version: number;
  notices: CodedMessage[];
}

export interface Licence {
  id: string;
  state: string;
  token: string;
  articleVersion: number;
  footer: string;
  verifyUrl: string;
}

export interface Decision {
  id: string;
  state: 'granted' | 'refused' | 'pending';
  reasons: (CodedMessage & { pointer?: string })[];
  licence?: Licence;
}

export interface Verdict {
  valid: boolean;
  code: string;
  reason: string;
  successor?: string;
}

export interface List<Item> {
  items: Item[];
}

export interface Event {
  at: string;
  type: string;
  actor: { kind: string };
}
