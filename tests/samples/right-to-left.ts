import type { Sample } from './sample.ts';

/** Arabic and Hebrew: no capitals, marks that steer direction, words of other scripts inside. */
export const rightToLeft: readonly Sample[] = [
  {
    name: 'ar-wire',
    headline: 'عبّارة الليل تعود إلى الرصيف القديم',
    language: 'ar',
    path: 'ar/2026/abbara',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `بقلم مكتب الميناء

الميناء الجديد (Harbour News) – رست عبّارة الليل يوم الجمعة عند الرصيف القديم للمرة الأولى منذ ستة شتاءات، وعلى متنها ١٤٠ راكباً، فيما انتظرتها فرقة نحاسية تحت المطر.

كانت إدارة الميناء قد نقلت السفينة عام 2019 إلى حوض الحاويات (container basin) خارج المدينة.

وقالت الإدارة: «كنّا نحسب حساب أوتاد جديدة، لكن القديمة كان لها رأي آخر».

-30-

© 2009-2025 Harbour News Cooperative. نُشر أولاً في Harbour News: https://harbour-news.example/ar/2026/abbara – يُعاد نشره بإذن، الترخيص 12، ويمكن التحقق منه هنا: https://licences.example/12`,
    },
    latest: [
      {
        headline: 'المكتبة تعير المظلات',
        summary: 'يكفي أن تحمل بطاقة قارئ.',
        url: 'https://harbour-news.example/ar/2026/mizallat',
      },
    ],
    carries: [
      'بقلم مكتب الميناء',
      'الميناء الجديد (Harbour News) – رست عبّارة الليل يوم الجمعة',
      'لكن القديمة كان لها رأي آخر',
      'المكتبة تعير المظلات',
      'يكفي أن تحمل بطاقة قارئ.',
    ],
    lacks: ['-30-', '2009-2025'],
  },
  {
    name: 'ar-html',
    headline: 'ساعة البرج تتأخر يوماً كاملاً',
    language: 'ar-EG',
    path: 'ar/2026/saa',
    publishedAt: '2026-11-01T00:30:00+02:00',
    images: [
      {
        url: 'https://img.harbour-news.example/saa.jpg',
        caption: 'وجه الساعة من الجنوب.',
        credit: 'تصوير: Harbour News',
        alt: 'وجه ساعة',
      },
    ],
    body: {
      html: `<div dir="rtl" align="right"><p>منذ تغيير التوقيت تُظهر ساعة البرج اليوم السابق. قال الحارس إن الخبّاز لم يأتِ يوم <bdi>Tuesday</bdi>.</p>
<blockquote dir="ltr" lang="en"><p>Tuesday is <b>missing</b>.</p></blockquote>
<ol><li>الأربعاء</li><li>الثلاثاء</li></ol></div>`,
    },
    carries: [
      'منذ تغيير التوقيت تُظهر ساعة البرج اليوم السابق.',
      'Tuesday is missing.',
      'وجه الساعة من الجنوب.',
    ],
    lacks: ['<bdi'],
  },
  {
    name: 'he-wire',
    headline: 'מעבורת הלילה חוזרת לרציף הישן',
    language: 'he',
    path: 'he/2026/maaboret',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `מאת דסק הנמל

נמל חדש (Harbour News) – מעבורת הלילה עגנה ביום שישי ברציף הישן לראשונה זה שישה חורפים. על הסיפון היו 140 נוסעים, ועל החוף חיכתה תזמורת כלי נשיפה בגשם.

ב־2019 הועברה הספינה לבריכת המכולות, נסיעת אוטובוס מחוץ לעיר.

"חשבנו על כלונסאות חדשים", נמסר מהנמל. "לישנים היו תוכניות אחרות".

###`,
    },
    carries: [
      'מאת דסק הנמל',
      'נמל חדש (Harbour News) – מעבורת הלילה עגנה ביום שישי ברציף הישן',
      'לישנים היו תוכניות אחרות',
      'מודפס מחדש ברשות',
    ],
    lacks: ['###'],
  },
  {
    name: 'he-html',
    headline: 'הספרייה משאילה מטריות',
    language: 'he-IL',
    path: 'he/2026/mitriyot',
    publishedAt: '2026-09-30T07:00:00Z',
    byline: 'מאת דסק העיר',
    body: {
      html: `<p>\u200fהספרייה העירונית משאילה מטריות <strong>מיום שני</strong>. די בכרטיס קורא\u200e (RFID)\u200f.</p>
<p>ארבעים מהן תלויות ליד הדלת; כולן נמצאו ברכבות.</p>
<table><tr><th>צבע<th>כמה<tr><td>שחור<td>31<tr><td>אדום<td>9</table>`,
    },
    carries: ['מאת דסק העיר', 'ארבעים מהן תלויות ליד הדלת; כולן נמצאו ברכבות.', 'שחור'],
    lacks: ['<strong'],
  },
];
