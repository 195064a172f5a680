const WIDTH = 92;
const NAME_WIDTH = 12;

let step = 0;

export function title(text: string): void {
  console.log(`\n${text}\n${'='.repeat(text.length)}`);
}

/** Opens the next step; steps are numbered as they come. */
export function heading(text: string): void {
  step += 1;
  const line = `${step}. ${text}`;
  console.log(`\n${line}\n${'-'.repeat(line.length)}`);
}

export function say(text: string): void {
  printWrapped(text, '  ', '  ');
}

/** A name and what it is, the names in one column. */
export function fact(name: string, value: unknown): void {
  const label = `  ${name.padEnd(NAME_WIDTH)} `;
  printWrapped(String(value), label, ' '.repeat(label.length));
}

/** A text as somebody would read it, marked off from what the demo says. */
export function quote(text: string): void {
  for (const line of text.trimEnd().split('\n')) printWrapped(line, '  | ', '  | ');
}

export function tick(claim: string): void {
  printWrapped(claim, '  ✓ ', '    ');
}

export function gap(): void {
  console.log('');
}

function printWrapped(text: string, first: string, rest: string): void {
  const room = WIDTH - rest.length;
  const lines = text.split(' ').reduce<string[]>(
    (made, word) => {
      const last = made.at(-1) ?? '';
      const fits = last === '' || last.length + 1 + word.length <= room;
      if (fits) made[made.length - 1] = last === '' ? word : `${last} ${word}`;
      else made.push(word);
      return made;
    },
    [''],
  );
  lines.forEach((line, index) => {
    console.log(`${index === 0 ? first : rest}${line}`.trimEnd());
  });
}
