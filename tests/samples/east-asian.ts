import type { Sample } from './sample.ts';

/** Chinese and Thai: no spaces between words, wide punctuation, other ways to name the writer. */
export const eastAsian: readonly Sample[] = [
  {
    name: 'zh-wire',
    headline: '夜班渡轮重返老码头',
    summary: '时隔六个冬天，末班船又停靠在城里。',
    language: 'zh-Hans',
    path: 'zh/2026/dulun',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `记者 港口组
新港（Harbour News）——夜班渡轮周五停靠老码头，这是六个冬天以来的第一次。船上有一百四十名乘客，岸上有一支铜管乐队在雨中等候。
2019年，港口把渡轮迁到城外的集装箱港池，离市区一趟公交车的路程。码头沿街的店铺说，从那以后三个客人里少了一个。
“我们原以为要换新木桩，”港务处说，“旧木桩另有打算。”
-30-
© 2009-2025 Harbour News Cooperative。首发于 Harbour News：https://harbour-news.example/zh/2026/dulun。经授权转载，许可编号 12，可在此查验：https://licences.example/12`,
    },
    latest: [
      {
        headline: '图书馆出借雨伞',
        summary: '凭读者证即可。',
        url: 'https://harbour-news.example/zh/2026/yusan',
      },
    ],
    carries: ['记者 港口组', '夜班渡轮周五停靠老码头', '旧木桩另有打算', '图书馆出借雨伞'],
    lacks: ['-30-', '2009-2025'],
  },
  {
    name: 'zh-html',
    headline: '海豹爱听铜管乐',
    language: 'zh-Hant-TW',
    path: 'zh/2026/haibao',
    publishedAt: '2026-07-04T18:00:00Z',
    images: [
      {
        url: 'https://img.harbour-news.example/haibao-800.jpg',
        caption: null,
        credit: '攝影：Harbour News',
        alt: '海豹',
      },
    ],
    body: {
      html: `<p>　　每當樂隊在碼頭演奏，一隻灰海豹就會游來；樂隊收攤，牠就離開。<br><br>　　沒有人餵牠。指揮說，牠是<ruby>唯一<rp>（</rp><rt>ㄨㄟˊ ㄧ</rt><rp>）</rp></ruby>從不咳嗽的聽眾。</p>
<div class="pic"><img src="/blank.gif" width="1" height="1"><img data-original="https://img.harbour-news.example/haibao-800.jpg" src="data:image/png;base64,iVBORw0KGgo=" alt="海豹"></div>
<p style="text-indent:2em">牠最喜歡華爾滋。</p>`,
    },
    carries: ['每當樂隊在碼頭演奏，一隻灰海豹就會游來；樂隊收攤，牠就離開。', '牠最喜歡華爾滋。'],
    lacks: ['blank.gif'],
  },
  {
    name: 'th-wire',
    headline: 'เรือข้ามฟากรอบดึกกลับมาเทียบท่าเก่า',
    language: 'th',
    path: 'th/2026/ruea',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `โดย โต๊ะข่าวท่าเรือ

ท่าเรือใหม่ (Harbour News) – เรือข้ามฟากรอบดึกเทียบท่าเก่าเมื่อวันศุกร์เป็นครั้งแรกในรอบหกฤดูหนาว มีผู้โดยสาร 140 คนบนเรือ และมีวงโยธวาทิตรออยู่กลางสายฝน

เมื่อปี 2019 การท่าเรือย้ายเรือไปยังแอ่งตู้สินค้านอกเมือง ร้านค้าริมท่าบอกว่าลูกค้าหายไปหนึ่งในสาม

"เราเตรียมเสาเข็มใหม่ไว้แล้ว" การท่าเรือกล่าว "แต่เสาเก่าไม่ยอม"

ENDS`,
    },
    carries: [
      'โดย โต๊ะข่าวท่าเรือ',
      'เรือข้ามฟากรอบดึกเทียบท่าเก่าเมื่อวันศุกร์เป็นครั้งแรกในรอบหกฤดูหนาว',
      'เผยแพร่ซ้ำโดยได้รับอนุญาต',
    ],
    lacks: ['ENDS'],
  },
  {
    name: 'th-html',
    headline: 'ห้องสมุดให้ยืมร่ม',
    language: 'th-TH',
    path: 'th/2026/rom',
    publishedAt: '2026-09-30T07:00:00Z',
    body: {
      html: `<div><span>ห้องสมุดประชาชนให้ยืมร่มตั้งแต่วันจันทร์ ใช้เพียง<b>บัตรผู้อ่าน</b>ก็พอ</span><p>ร่มสี่สิบคันแขวนอยู่ข้างประตู ทุกคันเป็นของที่คนลืมไว้บนรถไฟ</p><p></p></div>`,
    },
    carries: ['ทุกคันเป็นของที่คนลืมไว้บนรถไฟ'],
    lacks: ['<b>'],
  },
];
