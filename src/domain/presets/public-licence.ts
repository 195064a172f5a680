import { publicTerms } from '../public-terms.ts';
import type { Preset } from './preset.ts';

/** A publication whose texts are free under a licence that everybody knows. */
export const publicLicence: Preset = {
  name: 'public-licence',
  title: 'Public licence: Creative Commons, nothing added',
  summary:
    'What may be done is what the licence at the URI says, and no condition of ours stands beside ' +
    'it. Put in the URI of the licence that your texts are under; the images, which are often ' +
    'under another one, still go by what each of them says.',
  terms: publicTerms('https://creativecommons.org/licenses/by/4.0/'),
};
