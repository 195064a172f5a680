export { type Checkpoint, openCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
export { type Consistency, provesConsistency } from './consistency.ts';
export { cosign, cosignedAt } from './cosignature.ts';
export { commitmentTo, ENTRY_BYTES, entryOf, leafOf } from './entry.ts';
export { emptyRoot, HASH_BYTES, leafHash, nodeHash } from './hash.ts';
export { type Inclusion, provesInclusion } from './inclusion.ts';
export { type NoteKey, noteKey, readNoteKey, writeNoteKey } from './note-key.ts';
export {
  type NoteSignature,
  openNote,
  parseNote,
  type SignedNote,
  signNote,
} from './signed-note.ts';
export { readTlogProof, type TlogProof, writeTlogProof } from './tlog-proof.ts';
