import { STEERING } from './dashes.ts';

const LONGEST = 400;
const MARK =
  '(?:copyright|copr\\.|©|\\(c\\)|ⓒ|urheberrecht|alle rechte|tous droits|derechos|direitos|szerzői jog|авторские права|حقوق النشر|حقوق الطبع|זכויות יוצרים|版权所有|版權所有|著作権|ลิขสิทธิ์)';
/**
 * What may stand between the mark and the name without making a sentence of it. No two of these
 * begin alike, so that there is one way to read a line and not many.
 */
const BETWEEN =
  '(?:[\\s\\d,.:;|©–—-]|\\(c\\)|(?:copyright|by|the|held|holder|owned|since|is|are|of|belongs?|to|bei|beim|von|par|de|por|liegt|حقوق|محفوظة|لدى)(?!\\p{L}))*';

/**
 * Whether a line is a plain copyright notice of the house: `Copyright 2026 NAME. All rights …`. One
 * that says something about copyright, and names the house further on, is a story's.
 *
 * @param names what the house is called
 */
export function isCopyrightLine(text: string, names: readonly string[]): boolean {
  if (text.length > LONGEST || names.length === 0) return false;
  return patternFor(names).test(text);
}

const MOST = 100;
const patterns = new Map<string, RegExp>();

function patternFor(names: readonly string[]): RegExp {
  const key = names.join('\n');
  const known = patterns.get(key);
  if (known) return known;
  if (patterns.size >= MOST) patterns.clear();
  const any = names.map((name) =>
    name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  const made = new RegExp(
    `^(?:${STEERING}|[\\s*_-])*${MARK}${BETWEEN}(?:${any.join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  patterns.set(key, made);
  return made;
}

const RIGHTS =
  /^(?:all rights reserved|(?:alle |sämtliche )?rechte vorbehalten|tous droits réservés|(?:todos los )?derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|minden jog fenntartva|wszelkie prawa zastrzeżone|все права защищены|усі права захищено|جميع الحقوق محفوظة|כל הזכויות שמורות|版权所有|版權所有|保留所有权利|สงวนลิขสิทธิ์)[.!。]?$/iu;

/** Whether a line only says that all rights are reserved, as it may stand under a copyright line. */
export function isRights(text: string): boolean {
  return RIGHTS.test(text);
}
