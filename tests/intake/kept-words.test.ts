import fc from 'fast-check';
import { intakeOf } from '../support/intake-of.ts';

/** HTML and the words of it that a browser would show, in order. */
interface Piece {
  html: string;
  words: string[];
}

const word: fc.Arbitrary<Piece> = fc
  .stringMatching(/^[a-z]{3,8}$/)
  .map((letters) => ({ html: ` ${letters} `, words: [letters] }));

const gone: fc.Arbitrary<Piece> = fc
  .constantFrom(
    '<script>no</script>',
    '<style>no</style>',
    '<!-- no -->',
    '<noscript>no <img src="/i.png"></noscript>',
    '<template>no</template>',
    '<svg><text>no</text></svg>',
    '<video>no</video>',
    '<img src="/i.png" alt="no">',
    '<iframe src="https://www.googletagmanager.com/ns.html">no</iframe>',
    '<br><wbr>',
    '<p> </p>',
  )
  .map((html) => ({ html, words: [] }));

const joined = (pieces: readonly Piece[]): Piece => ({
  html: pieces.map(({ html }) => html).join(''),
  words: pieces.flatMap(({ words }) => words),
});

const within = (open: string, close: string) => (piece: Piece) => ({
  ...piece,
  html: open + piece.html + close,
});

const named = (names: string, content: fc.Arbitrary<Piece>) =>
  fc
    .tuple(fc.constantFrom(...names.split(' ')), content)
    .map(([name, piece]) => within(`<${name}>`, `</${name}>`)(piece));

const { block } = fc.letrec<{ line: Piece; block: Piece }>((tie) => {
  const line = fc.array(fc.oneof({ weight: 3, arbitrary: word }, gone, tie('line')), {
    maxLength: 4,
  });
  const blocks = fc.array(tie('block'), { maxLength: 4 }).map(joined);
  const row = fc.array(blocks.map(within('<td>', '</td>')), { maxLength: 3 }).map(joined);
  const rows = fc.array(row.map(within('<tr>', '</tr>')), { maxLength: 3 }).map(joined);
  return {
    line: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      word,
      named(
        'b em span font a q cite del ins s bdi bdo ruby mark u sub x-y small',
        line.map(joined),
      ),
    ),
    block: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      line.map(joined),
      named('p h1 h2 pre', line.map(joined)),
      named('div section figure blockquote center details article aside x-z noframe', blocks),
      named('li dt dd summary', blocks),
      fc
        .tuple(fc.constantFrom('ul', 'ol', 'dl'), blocks)
        .map(([list, piece]) => within(`<${list}><li>`, `</li></${list}>`)(piece)),
      blocks.map(
        within('<div class="wp-caption"><img src="/i.png"><p class="caption">', '</p></div>'),
      ),
      blocks.map(
        within(
          '<figure><iframe src="/map" title=""></iframe><figcaption>',
          '</figcaption></figure>',
        ),
      ),
      blocks.map(within('<ruby>x<rp>(</rp><rt>', '</rt></ruby>')),
      rows.map(within('<table>', '</table>')),
    ),
  };
});

/** Whether words stand in a text in this order, whatever stands between them. */
function standsInOrder(words: readonly string[], text: string): boolean {
  let from = 0;
  return words.every((one) => {
    const found = text.indexOf(one, from);
    from = found + one.length;
    return found >= 0;
  });
}

test('every word that a browser would show is kept, in order, and no other element speaks', () => {
  fc.assert(
    fc.property(block, ({ html, words }) => {
      const { text } = intakeOf({ html }, {}, { intake: 'verbatim' });
      expect(standsInOrder(words, text)).toBe(true);
      expect(text.split(/[\s()]+/)).not.toContain('no');
    }),
    { numRuns: 500 },
  );
});
