import type { z } from 'zod';
import type { FieldError } from '../domain/errors.ts';
import type { Instant } from '../domain/instant.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Egress } from '../security/egress/index.ts';
import type { FormerCopy, Sighting } from './sighting.ts';

/** What one placement should be at its outlet now. */
export interface WantedState {
  /** The placement's id. */
  placement: string;
  /** Rises with every change; a receiver ignores what is not newer than what it has. */
  seq: number;
  operation: 'upsert' | 'withdraw';
  /** Why the text goes; on a withdrawal only. */
  reason?: 'killed' | 'withheld' | 'revoked' | 'suspended' | 'expired';
  article: {
    id: string;
    version: number;
    headline: string;
    canonicalUrl: string;
    /** RFC 3339. */
    publishedAt: string;
    /** BCP 47. */
    language: string;
    publication: string;
  };
  licence: { id: string; token: string };
  /** RFC 3339. For a text that is sent ahead: nothing of it may be published before this. */
  notBefore?: string;
  footer: { text: string };
  /** What readers may be shown instead; on the withdrawal of a killed or withheld story. */
  notice?: { text: string; html: string };
  /** The rendered text with its footer; on an upsert only. */
  content?: { mediaType: string; text: string };
  /** What the outlet called its copy last time. */
  remoteRef: string | null;
}

/** The outside world as a channel may see it. */
export interface ChannelIo {
  egress: Egress;
  now: () => Instant;
  /** Secrets that hold beside their successors in the settings, while these are being taken over. */
  former?: Readonly<Record<string, string>>;
  /** Ends a send that is under way, for example because of a kill. What came of it is then unknown. */
  signal?: AbortSignal;
}

/** A way to reach an outlet. To add one: implement this in a file here and list it in `index.ts`. */
export interface Channel<Settings = unknown> {
  readonly kind: string;
  /** Checks what an outlet saves; its descriptions are the form's and the API's words. */
  readonly settings: z.ZodType<Settings>;
  /** Settings that are sealed at rest, shown once and masked afterwards. */
  readonly secrets: readonly string[];
  /** The secret that signs, and so can hold beside its successor for a while; null for none. */
  readonly signsWith: string | null;
  /** Settings whose change leaves what stands there as it is; any other has it sent anew. */
  readonly keepsPlaced: readonly string[];
  /** Fills in what the service makes itself when the outlet gives none. */
  complete(settings: Settings, random: (bytes: number) => Buffer): Settings;
  /** What is wrong with settings that have the right form and still cannot work. */
  inspect(settings: Settings, egress: Egress): Promise<FieldError[]>;
  /**
   * Whether its receiver ignores what is not newer than what it has. Where it does not, a send that
   * ended without an answer may still overwrite a later one.
   */
  followsSeq(settings: Settings): boolean;
  /** Brings one placement up to date. Failures are outcomes; whatever is thrown is a bug. */
  deliver(state: WantedState, settings: Settings, io: ChannelIo): Promise<Outcome>;
  /**
   * Goes the whole way of a delivery with a sample that is marked as one, so that the receiver
   * answers and files nothing.
   */
  probe(sample: WantedState, settings: Settings, io: ChannelIo): Promise<Outcome>;
  /** Looks whether a copy that was taken back is gone. Failures are sightings, as above. */
  verify(copy: FormerCopy, settings: Settings, io: ChannelIo): Promise<Sighting>;
}
