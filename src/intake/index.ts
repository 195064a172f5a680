export { spelledUrl } from './absolute-url.ts';
export { readBody, writeHtml } from './body-html.ts';
export { canonicalText, integrityOf } from './canonical-text.ts';
export { hasContent } from './content.ts';
export { countWords } from './count-words.ts';
export { INLINE_ELEMENTS } from './schema.ts';
export type { House, Submission } from './submission.ts';
export { type Intake, takeIn } from './take-in.ts';
