import { oneLine } from '../domain/characters.ts';
import type { Format, Image, Permission, Story } from './format.ts';
import { licensedBody } from './licensed-body.ts';
import { plainBlocks } from './plain-blocks.ts';

/** Plain text as a wire prints it: paragraphs parted by blank lines, nothing but words. */
export const text: Format = {
  name: 'text',
  mediaType: 'text/plain; charset=utf-8',
  compose: (story) => (permission) => `${paragraphsOf(story, permission).join('\n\n')}\n`,
};

function paragraphsOf(story: Story, { footer }: Permission): string[] {
  const { blocks, images } = licensedBody(story);
  const paragraphs = [
    oneLine(story.headline),
    oneLine(story.byline ?? ''),
    ...plainBlocks(blocks),
    ...images.map(imageLines),
    oneLine(story.correctionNote ?? ''),
    oneLine(footer),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function imageLines({ caption, credit, url }: Image): string {
  const words = oneLine([caption, credit].filter(Boolean).join(' '));
  return words ? `${words}\n${url}` : url;
}
