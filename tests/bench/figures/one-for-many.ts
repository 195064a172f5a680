import type { Permission, Print } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import type { Figure } from '../figure.ts';
import { samplePermission, sampleStory } from '../sample-article.ts';

const OUTLETS = 10_000;
const WITHIN_S = 2;

/** One article for many outlets, whose footers all differ: seconds of CPU for all of them. */
export async function measureOneForMany(): Promise<Figure[]> {
  const permissions = Array.from({ length: OUTLETS }, (_, at) => samplePermission(at));
  return [...formats.values()].map(({ name, compose }) => {
    const story = sampleStory();
    const ours = cpuSeconds(permissions, compose(story));
    return {
      ...{ name: `one article for ${OUTLETS} outlets, as ${name}`, unit: 's CPU' },
      ours,
      raw: { value: cpuSeconds(permissions, joinedAlone(compose(story))), is: 'strings joined' },
      target: { of: 'ours', atMost: WITHIN_S },
    };
  });
}

/** Puts a footer between two halves that are there already. */
function joinedAlone(print: Print): Print {
  const text = print(samplePermission(0));
  const half = Math.floor(text.length / 2);
  const halves = [text.slice(0, half), text.slice(half)];
  return ({ footer }) => halves.join(footer);
}

function cpuSeconds(permissions: readonly Permission[], print: Print): number {
  const before = process.cpuUsage();
  const bytes = permissions.reduce((sum, one) => sum + Buffer.byteLength(print(one)), 0);
  const { user, system } = process.cpuUsage(before);
  if (bytes === 0) throw new Error('nothing was printed');
  return (user + system) / 1_000_000;
}
