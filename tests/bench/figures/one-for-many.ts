import type { Permission } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import type { Figure } from '../figure.ts';
import { sampleStory } from '../sample-article.ts';

const OUTLETS = 10_000;
const WITHIN_S = 2;

/** One article for many outlets, whose footers all differ: seconds of CPU for all of them. */
export async function measureOneForMany(): Promise<Figure[]> {
  const permissions = Array.from({ length: OUTLETS }, (_, at) => permissionOf(at));
  return [...formats.values()].map(({ name, compose }) => {
    const story = sampleStory();
    const ours = cpuSeconds(() => permissions.map(compose(story)));
    return {
      ...{ name: `one article for ${OUTLETS} outlets, as ${name}`, unit: 's CPU' },
      ours,
      raw: { value: joinedAlone(compose(story), permissions), is: 'strings joined alone' },
      target: { of: 'ours', atMost: WITHIN_S },
    };
  });
}

/** What it costs to put as many footers between two halves that are there already. */
function joinedAlone(print: (permission: Permission) => string, all: readonly Permission[]) {
  const [first] = all;
  if (!first) throw new Error('nobody is permitted');
  const text = print(first);
  const half = Math.floor(text.length / 2);
  const halves = [text.slice(0, half), text.slice(half)];
  return cpuSeconds(() => all.map(({ footer }) => Buffer.from(halves.join(footer))));
}

function cpuSeconds(work: () => readonly unknown[]): number {
  const before = process.cpuUsage();
  if (work().length !== OUTLETS) throw new Error('not everybody was served');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function permissionOf(outlet: number): Permission {
  const id = `0198c5a4-6f4e-7c1b-9a52-${outlet.toString(16).padStart(12, '0')}`;
  const verifyUrl = `https://rights.example/licences/${id}`;
  return {
    footer: `© 1998-2026 Harbour Press. Licence ${id}, to be checked at ${verifyUrl}`,
    licence: { id, verifyUrl, termsUri: 'https://rights.example/terms/web/1' },
  };
}
