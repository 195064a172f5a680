import { intakeOf } from '../support/intake-of.ts';

const IMG = '<img src="https://ledger.example/a.jpg" alt="A">';
const clean = (html: string) => intakeOf({ html }).html;
const figure = (caption: string) => `<figure>${IMG}<figcaption>${caption}</figcaption></figure>`;

describe('a picture and its caption are a figure', () => {
  test.each([
    ['of the standard', `<figure>${IMG}<figcaption>Quay</figcaption></figure>`, 'Quay'],
    [
      'with a credit',
      `<figure>${IMG}<figcaption>Quay. <span class="credit"><cite>A. Lee</cite></span> <small>/ Ledger</small></figcaption></figure>`,
      'Quay. <cite>A. Lee</cite> / Ledger',
    ],
    [
      'that stands before it',
      `<figure><figcaption><p>Quay</p></figcaption><p>${IMG}</p></figure>`,
      'Quay',
    ],
    [
      'of an older system',
      `<div class="wp-caption alignleft" style="width:310px">${IMG}<p class="wp-caption-text">Quay, <em>A. Lee</em></p></div>`,
      'Quay, <em>A. Lee</em>',
    ],
    [
      'of another',
      `<div class="image"><div>${IMG}</div><div class="caption">Quay</div></div>`,
      'Quay',
    ],
    ['of a third', `<span>${IMG}<span class="image-caption">Quay</span></span>`, 'Quay'],
    [
      'in pairs of terms',
      `<dl class="gallery"><dt>${IMG}</dt><dd class="wp-caption-text">Quay</dd></dl>`,
      'Quay',
    ],
  ])('%s', (_, html, caption) => {
    expect(clean(html)).toBe(figure(caption));
  });

  test.each([
    ['other words', `<div>${IMG}<p class="caption">Quay</p><p>The ferry is back.</p></div>`],
    ['no picture', '<div><p class="caption">Quay</p></div>'],
    ['another class', `<div>${IMG}<p class="captioned-text">Quay</p></div>`],
    ['two captions', `<div>${IMG}<p class="caption">Quay</p><p class="caption">Pier</p></div>`],
  ])('but not a wrapper with %s', (_, html) => {
    expect(clean(html)).not.toContain('figure');
    expect(clean(html)).toContain('<p>Quay</p>');
  });
});
