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
  until: string;
}

/** One for all that a filter lets through: of no article. */
export type FeedLicence = Omit<Licence, 'articleVersion'>;

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
  /** Of a licence for a feed: whether the article in question is one of it. */
  article?: 'covered' | 'unjudged';
}

/** A story that was taken back, with what is known of its copies. */
export interface KilledStory {
  article: string;
  headline: string;
  counts: Record<'total' | 'confirmed' | 'unconfirmed' | 'unreachable', number>;
}

export interface KillBoard extends KilledStory {
  placements: {
    outlet: { name: string };
    state: string;
    confirmedBy?: string;
    ref?: string;
  }[];
}

export interface List<Item> {
  items: Item[];
}

export interface Event {
  at: string;
  type: string;
  actor: { kind: string };
}
