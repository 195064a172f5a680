import { because, phrase, type Sentence, type Told } from './told.ts';

/** What is done to the record itself, and with the keys that sign. */
export const RECORD_SENTENCES: Readonly<Record<string, Sentence>> = {
  'event.payload-removed': ({ subject, after }) =>
    `What event ${subject.id} said was removed from the record${because(after)}`,
  'log.shard-opened': (told) => `A new tree of the log was opened${because(told.after)}`,
  'signing-key.published': (told) =>
    `${theKey(told)} was published${phrase(told.after, 'activatesAt', ', to be used from ')}.`,
  'signing-key.activated': (told) => `${theKey(told)} was taken into use.`,
  'signing-key.prolonged': (told) =>
    `${theKey(told)} verifies longer${phrase(told.after, 'lastExp', ', until ')}.`,
  'signing-key.retired': (told) =>
    `${theKey(told)} signs no more${phrase(told.after, 'lastExp', ', and verifies until ')}.`,
  'signing-key.archived': (told) => `${theKey(told)} was archived.`,
  'signing-key.compromised': (told) =>
    `${theKey(told)} was declared compromised${because(told.after)}`,
};

function theKey({ subject, after }: Told): string {
  return `The signing key ${subject.id}${phrase(after, 'purpose', ' (', ')')}`;
}
