/** The agency that all samples come from, with a footer for each language it writes in. */
export const HOUSE = {
  name: 'Harbour News',
  url: 'https://harbour-news.example/',
  copyrightHolder: 'Harbour News Cooperative',
  copyrightSince: 2009,
  timeZone: 'Europe/Oslo',
  footerTemplate: {
    en: '© {years} {holder}. First published by {publication}: {canonicalUrl} – reprinted with permission, licence {licenceId}, which anyone can check at {verifyUrl}',
    de: '© {years} {holder}. Zuerst erschienen bei {publication}: {canonicalUrl} – Nachdruck mit Genehmigung, Lizenz {licenceId}, zu prüfen unter {verifyUrl}',
    hu: '© {years} {holder}. Először itt jelent meg: {publication}, {canonicalUrl} – engedéllyel közölve, engedélyszám: {licenceId}, ellenőrizhető itt: {verifyUrl}',
    ar: '© {years} {holder}. نُشر أولاً في {publication}: {canonicalUrl} – يُعاد نشره بإذن، الترخيص {licenceId}، ويمكن التحقق منه هنا: {verifyUrl}',
    he: '© {years} {holder}. פורסם לראשונה ב־{publication}: {canonicalUrl} – מודפס מחדש ברשות, רישיון {licenceId}, לבדיקה: {verifyUrl}',
    zh: '© {years} {holder}。首发于 {publication}：{canonicalUrl}。经授权转载，许可编号 {licenceId}，可在此查验：{verifyUrl}',
    th: '© {years} {holder} เผยแพร่ครั้งแรกโดย {publication}: {canonicalUrl} เผยแพร่ซ้ำโดยได้รับอนุญาต ใบอนุญาตเลขที่ {licenceId} ตรวจสอบได้ที่ {verifyUrl}',
  },
} as const;

/** Wordings that the footer had before, which partners still pass on. */
export const FORMER_FOOTERS = [
  'Copyright {years} {holder}. This story first appeared in {publication} at {canonicalUrl} and is reproduced with permission.',
] as const;
