import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { startBrowser } from './start-browser.ts';
import { watchPage } from './watch-page.ts';

const profiles = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('imprimatur-chromium-'));

test('a browser starts with a profile of its own, sees what pages do, and leaves nothing', async () => {
  const before = new Set(profiles());
  const { browser, stop } = await startBrowser();
  const [profile = ''] = profiles().filter((name) => !before.has(name));
  try {
    expect(existsSync(`${tmpdir()}/${profile}`)).toBe(true);
    const watched = await watchPage(await browser.newContext(), ['https://allowed.example/a.png']);
    await watched.show([
      '<p>Quiet <a href="https://elsewhere.example/">link</a></p>',
      '<script>pwned()</script>',
      '<p onmouseover="pwned()">x</p>',
      '<a href="javascript:pwned()">x</a>',
      '<img src="https://allowed.example/a.png"><img src="https://other.example/b.png">',
      '<script>location = "https://away.example/"</script>',
      '<iframe srcdoc="<script>pwned()</script>"></iframe>',
      '<form action="https://form.example/"><button>x</button></form>',
      '<script>alert("dialog")</script>',
    ]);
    const deeds = await watched.provoke();
    const of = (document: number) =>
      deeds.filter((deed) => Object.is(deed.document, document)).map(({ what }) => what);
    expect(of(0)).toEqual([]);
    for (const document of [1, 2, 3]) expect(of(document)).toContain('ran a script');
    expect(of(4)).toEqual(['asked for https://other.example/b.png']);
    expect(of(5)).toEqual(['asked for https://away.example/']);
    expect(of(6)).toEqual(['opened a frame', 'ran a script']);
    expect(of(7).at(0)).toMatch(/^asked for https:\/\/form.example\//);
    expect(of(Number.NaN)).toEqual(['opened a dialog: dialog']);
    await watched.show(['<p>Quiet</p>']);
    expect(await watched.provoke()).toEqual([]);
  } finally {
    await stop();
  }
  expect(browser.isConnected()).toBe(false);
  expect(existsSync(`${tmpdir()}/${profile}`)).toBe(false);
});
