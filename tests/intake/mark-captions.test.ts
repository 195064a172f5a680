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
    [
      'whose credit stands on its own',
      `<div class="image">${IMG}<div class="caption">Quay</div><div class="credit">A. Lee</div></div>`,
      'Quay A. Lee',
    ],
    [
      'whose credit stands beside it',
      `<figure>${IMG}<figcaption>Quay</figcaption><p class="image-credit">A. Lee</p></figure>`,
      'Quay A. Lee',
    ],
    ['of a credit alone', `<div>${IMG}<small class="photo-credit">A. Lee</small></div>`, 'A. Lee'],
    [
      'of an older system within a figure',
      `<figure><div class="wp-caption">${IMG}<p class="wp-caption-text">Quay</p></div></figure>`,
      'Quay',
    ],
    ['in a figure', `<figure>${IMG}<p class="caption">Quay</p></figure>`, 'Quay'],
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
