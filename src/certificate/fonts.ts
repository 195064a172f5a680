import subsetFont from 'subset-font';
import { type Face, faceOf } from './faces.ts';
import { spelled } from './spelled.ts';

/** TrueType by the name of the face, each with the characters of one document alone. */
export type Fonts = ReadonlyMap<string, Buffer>;

const REGULAR = { wght: 400 };

/** Cuts from each face that a text needs what the text needs of it. */
export async function fontsFor(text: string): Promise<Fonts> {
  const characters = new Map<Face, Set<string>>();
  for (const character of spelled(text)) {
    const face = faceOf(character);
    if (face) characters.set(face, (characters.get(face) ?? new Set()).add(character));
  }
  const fonts = [...characters].map(async ([face, used]) => {
    const cut = { targetFormat: 'truetype', variationAxes: REGULAR } as const;
    return [face.name, await subsetFont(face.read(), [...used].join(''), cut)] as const;
  });
  return new Map(await Promise.all(fonts));
}
