import { plainLetters, type TextRange, typedRange } from './plain-letters.ts'

// Not a filter: what is found here leads to a question that anybody may answer with “send it as it is”. So the list is
// short, and of words that mean nothing else. Many a word of abuse stands inside of ordinary ones (시발점, 다시 발표,
// 새끼손가락, Scunthorpe): what stands around it decides.

/** Signs that are put between letters to hide a word: 씨.발, 병1신, ㅅ*ㅂ. */
const HIDING = '[.,·~!@*^_\\-0-9ㅡㅣ]{0,2}'
const START = '(?<![가-힣])'
/** What may follow a word of abuse, where a syllable more would make it another word. */
const END = '(?![가-힣])'

const KOREAN = [
  `씨${HIDING}발(?![언표자전견송령신달음행급생굴레매])`,
  `${START}씨[ .]{1,2}발${END}`,
  // 시발점, 시발역, 다시 발표, 서울시 발전
  `(?:${START}|(?<=[아개야]))시${HIDING}발(?=놈|년|새|것|이(?![가-힣])|아(?![가-힣])|[^가-힣]|$)`,
  `${START}[씨시]${HIDING}(?:팔|바)(?:놈|년|새끼)`,
  `${START}(?:쓰발|쒸발|씌발|씨빨|시빨|씹(?:새|년|놈|할)|쌍(?:년|놈)(?!들이))`,
  // 질병신고, 병 신청; 기존나무, 생존나이
  `(?:${START}|(?<=[이저개]))병${HIDING}신(?![고청축설경체규속])`,
  `${START}병[ .]{1,2}신${END}`,
  `지${HIDING}랄|${START}지[ .]{1,2}랄`,
  `${START}존${HIDING}나(?!무)`,
  `${START}(?:좆|좃같|ㅈ같|[좆ㅈ]까)`,
  // 개 새끼 is a puppy.
  `${START}개${HIDING}(?:새끼|세끼|쉐끼|새퀴|색기)(?! ?(?:손|발|줄))`,
  `(?:미친|씨발|시발) ?(?:새끼|세끼|쉐끼|새퀴)`,
  `${START}(?:이|저|그) ?새끼(?=[들야가는은 ]*(?:[^가-힣 ]|$)|들|야)(?! ?(?:고양|강아|손|발|줄|새|돼|양|오리))`,
  `${START}(?:미친|또라이) ?(?:놈|년|것들|새)`,
  `${START}(?:개소리|개같(?:은|네|아)|개돼지)`,
  `${START}(?:한남충|맘충|급식충|틀딱|진지충|설명충|김치녀|된장녀|짱깨|쪽바리|꼴페미)`,
  `${START}(?:느금마|느그 ?(?:엄마|애미)|[니네] ?(?:애미|에미|애비)|엠창|엄창)`,
  `(?:아가리|입|주둥이) ?닥쳐|${START}닥쳐라?(?=[.!?~ㅋ]|$)|${START}닥치(?:라고|세요|시죠)`,
  `(?:^|[.!?\\n] ?)꺼져(?:라|버려)?(?=[.!?~ㅋ ]|$)`,
  `${START}(?:뒤져라|뒈져|뒤지(?:세요|든가)|나가 ?죽어|죽여 ?버(?:린|릴)|자살(?:해라|이나 ?해))`,
]

/** By initial consonants alone; a row of letters, such as the alphabet (ㅁㅂㅅㅇ), is no word. */
const INITIALS = 'ㅅㅂ|ㅆㅂ|ㅂㅅ|ㅄ|ㅈㄹ|ㅈㄴ|ㅅㄲ|ㄷㅊ|ㄲㅈ|ㅗㅗ'
  .split('|')
  .map((letters) => Array.from(letters).join('[ .*~1!_\\-]{0,2}'))
  .join('|')
const BY_INITIALS = `(?<![ㄱ-ㅎㅏ-ㅣ][ .,·]{0,2})(?:${INITIALS})+(?=[ㅋㅎㅠㅜ]|(?![ .,·]{0,2}[ㄱ-ㅎㅏ-ㅣ]))`

const ENGLISH = [
  '(?:mother)?f+[\\W_]{0,2}[uc*@v][\\W_]{0,2}[ck*]?[\\W_]{0,2}k+(?:ing|in|ers?|ed|s|ed up|face|head|wit)?',
  '(?:bull|dip|horse)?sh[i1!*]t+(?:s|ty|head|show)?',
  'b[i1!*]tch(?:es|y)?',
  '(?:ass|arse)holes?|dumb ?ass(?:es)?|jack ?ass(?:es)?|dickheads?|pricks?|bastards?|wankers?|twats?',
  'c[u*]nts?|sluts?|whores?|fagg?ots?|n[i1*]gg(?:er|a)s?|retard(?:s|ed)?|chinks?|gooks?',
  'idiots?|morons?|imbeciles?|scumbags?|stfu|kys',
  'kill yourself|go to hell|drop dead|shut (?:the (?:hell|fuck) )?up|piece of (?:shit|crap|garbage)',
  "(?:you(?:'re|’re| are)?|u r) (?:all |so |just |really )*(?:stupid|dumb|pathetic|disgusting|worthless)",
]

const UNKIND = [
  new RegExp(`${KOREAN.join('|')}`, 'gu'),
  new RegExp(BY_INITIALS, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${ENGLISH.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
]

/**
 * Passages that may hurt whoever reads them, in their order. Found on the device; for a second thought and never for
 * a block.
 */
export function findUnkind(text: string): readonly TextRange[] {
  const letters = plainLetters(text)
  return UNKIND.flatMap((find) =>
    Array.from(letters.plain.matchAll(find), (match) =>
      typedRange(letters, match.index, match.index + match[0].length),
    ),
  ).toSorted((a, b) => a.start - b.start)
}
