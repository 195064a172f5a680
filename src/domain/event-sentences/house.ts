import { because, type Facts, phrase, type Sentence, theOutlet } from './told.ts';

/** Who takes part, by which rules, with which keys. */
export const HOUSE_SENTENCES: Readonly<Record<string, Sentence>> = {
  'publication.created': ({ after }) => `The publication${named(after)} was added.`,
  'publication.changed': ({ after }) => `The publication${named(after)} was changed.`,
  'policy.saved': () => "The publication's policy was saved anew.",
  'terms.saved': ({ subject }) => `The terms ${subject.id} were saved in a new version.`,
  'outlet.created': ({ after }) => `The outlet${named(after)} was added.`,
  'outlet.changed': (told) => `${theOutlet(told)} was changed${changed(told.before, told.after)}.`,
  'outlet.suspended': (told) => `${theOutlet(told)} was suspended${because(told.after)}`,
  'outlet.reinstated': (told) => `${theOutlet(told)} was reinstated${because(told.after)}`,
  'destination.created': ({ after }) =>
    `A destination was added${phrase(after, 'channel', ': ')}${phrase(after, 'format', ' with ')}.`,
  'destination.changed': ({ before, after }) =>
    `A destination was changed${changed(before, after)}.`,
  'destination.secret-rotated': ({ after }) =>
    `The secret of a destination was replaced${phrase(after, 'formerSecretUntil', '; the former one signs too until ')}.`,
  'destination.former-secret-dropped': () => 'The former secret of a destination signs no more.',
  'destination.tested': ({ after }) =>
    `A sample was sent to a destination${phrase(after, 'code', ' and came to ')}.`,
  'destination.back-filled': ({ after }) =>
    `Older articles were placed at a destination${phrase(after, 'placements', ': ')}.`,
  'destination.removed': () => 'A destination that nothing was sent to was removed.',
  'destination.paused': ({ after }) => `Deliveries to a destination were paused${because(after)}`,
  'destination.disabled': ({ after }) => `A destination was disabled${because(after)}`,
  'destination.resumed': () => 'Deliveries to a destination were resumed.',
  'key.created': ({ after }) =>
    `The API key${named(after)} was made${phrase(after, 'role', ' for the role ')}.`,
  'key.revoked': ({ after }) => `The API key${named(after)} was revoked.`,
  'signing-key.published': ({ subject, after }) =>
    `The signing key ${subject.id} was published${phrase(after, 'activatesAt', ', to take over at ')}.`,
  'signing-key.retired': ({ subject, after }) =>
    `The signing key ${subject.id} signs no more${phrase(after, 'lastExp', ', and verifies until ')}.`,
  'signing-key.prolonged': ({ subject, after }) =>
    `The signing key ${subject.id} verifies longer than was known${phrase(after, 'lastExp', ', until ')}.`,
  'signing-key.archived': ({ subject }) =>
    `The signing key ${subject.id} was archived and its private part erased.`,
  'signing-key.compromised': ({ subject, after }) =>
    `The signing key ${subject.id} was declared compromised${because(after)}`,
};

function named(facts: Facts): string {
  return phrase(facts, 'name', ' “', '”');
}

/** The names of what differs, in the order of the newer state. */
function changed(before: Facts, after: Facts): string {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return names.length > 0 ? ` (${names.map(spaced).join(', ')})` : '';
}

function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ');
}
