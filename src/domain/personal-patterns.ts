import { registrationKind } from './resident-number.ts'

/** What in a text may tell who or where somebody is, the most telling first. */
export const PERSONAL_KINDS = [
  'resident-number',
  'foreigner-number',
  'phone',
  'email',
  'account',
  'address',
  'pupil',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** @property isOne what a pattern cannot say */
type Pattern = { readonly kind: PersonalKind; readonly find: RegExp; readonly isOne?: (found: string) => boolean }

const digitsOf = (found: string): string => found.replace(/\D/g, '')
const countOfDigits = (found: string): number => digitsOf(found).length

/** A pattern that is written in parts. */
const pattern = (flags: string, ...parts: readonly string[]): RegExp => new RegExp(parts.join(''), `g${flags}u`)

const NO_DIGIT_BEFORE = '(?<!\\d,?)'
const NO_DIGIT_AFTER = '(?!\\d)'
/** Of a sum, of people or things; no 원래, 명의, 개인, 건물. */
const UNIT = '(?:원(?!래)|명(?!의)|개(?!인)|건(?!물))'
/** Between two groups of a number. Of stars only one that stands alone: several are a mask. */
const SIGN = '(?:[ .,_~\\-]|(?<!\\*)\\*(?!\\*))'
const GAP = `(?:${SIGN}|[)/]){0,3}`

// ── Registration numbers ──────────────────────────────────────────────────────────────────────────────────────────────

const SPACED_SIX = '\\d(?:[ .]\\d){5}'
const REGISTRATION_IN_PARTS = pattern(
  '',
  NO_DIGIT_BEFORE,
  `(?:\\d{6}${SIGN}{1,3}[1-8]\\d{6}|${SPACED_SIX}${SIGN}{1,3}[1-8](?:[ .]\\d){6})`,
  // “240301, 1500000원” is a day and a sum.
  `(?!\\d|${UNIT})`,
)
const REGISTRATION_IN_A_ROW = pattern('', NO_DIGIT_BEFORE, '\\d{6}[1-8]\\d{6}', NO_DIGIT_AFTER)

const registrations = (['resident-number', 'foreigner-number'] as const).flatMap((kind): Pattern[] => [
  { kind, find: REGISTRATION_IN_PARTS, isOne: (found) => registrationKind(digitsOf(found), true) === kind },
  { kind, find: REGISTRATION_IN_A_ROW, isOne: (found) => registrationKind(found, false) === kind },
])

// ── Telephone ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const KOREA = `(?:(?:\\+|\\b00)82${GAP}|\\b82-)\\(?0?\\)?`
const MOBILE = '1[016789]'
const AREA = '(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\\d?)'
const TALKED = '[\\d공영일이삼사오육륙칠팔구]'
const TALKED_GAP = '(?:[ .,_~\\-]|에|다시){0,3}'
const BEFORE_NUMBER = '(?:전화|연락처|핸드폰|휴대폰|휴대전화|☎|\\b(?:tel|phone|mobile|cell)\\b)[^\\d\\n*]{0,8}'
/** “02. 2023-2026 …” is a heading. */
const YEARS = /(?:19|20)\d\d\D+(?:19|20)\d\d$/
/** “02, 100, 2000” counts, “02_2024_0301.hwp” is a file. */
const LISTED = /, |[_~](?:19|20)\d\d/
/** 1588-…: numbers of companies and offices. */
const OF_AN_OFFICE = /^1[568]\d\d/

const dialled = (code: string): RegExp =>
  pattern('', `(?:${NO_DIGIT_BEFORE}\\(?0|(?<!\\d)${KOREA})${code}\\)?`, `${GAP}\\d{3,4}${GAP}\\d{4}${NO_DIGIT_AFTER}`)

const phones: readonly Pattern[] = [
  // Many choose a year as the end of theirs: 010-2012-1987.
  { kind: 'phone', find: dialled(MOBILE) },
  { kind: 'phone', find: dialled(AREA), isOne: (found) => !YEARS.test(found) && !LISTED.test(found) },
  {
    kind: 'phone',
    find: pattern('', '(?<!\\d)0[ .]1[ .][016789](?:[ .\\-]{1,3}\\d(?:[ .]\\d){3}){2}', NO_DIGIT_AFTER),
  },
  {
    kind: 'phone',
    find: pattern('', `[0공영][1일][0공영](?:${TALKED_GAP}${TALKED}{4}){2}`),
    isOne: (found) => /[^\d]{8}/.test(found.replace(/[ .,_~\-에]|다시/g, '')),
  },
  {
    kind: 'phone',
    find: pattern('i', `(?<=${BEFORE_NUMBER})(?<![\\d\\-])\\d{3,4}[ ._\\-]\\d{4}(?![\\d\\-])`),
    isOne: (found) => !YEARS.test(found) && !OF_AN_OFFICE.test(found),
  },
  {
    kind: 'phone',
    find: pattern('', '(?<![\\w+])\\+\\d{1,3}[ .(\\-]{1,2}\\d(?:[ .()\\-]{0,2}\\d){6,11}', NO_DIGIT_AFTER),
  },
]

// ── E-mail ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const MAILBOX = '[A-Za-z0-9](?:[A-Za-z0-9._%+\\-]{0,62}[A-Za-z0-9_])?'
const DOMAIN = '(?:[A-Za-z0-9\\-]{1,63}\\.){1,4}[A-Za-z]{2,24}'
const KNOWN = '(?:naver|gmail|daum|hanmail|kakao|nate|네이버|지메일|다음|한메일|카카오|네이트)'
const AT = '(?:\\(at\\)|\\[at\\]|골뱅이)'

const mails: readonly Pattern[] = [
  { kind: 'email', find: pattern('', `(?:${MAILBOX}|(?<![가-힣])[가-힣]{2,6}) ?@ ?${DOMAIN}`) },
  { kind: 'email', find: pattern('i', `${MAILBOX} ?(?:@|${AT}) ?${KNOWN}(?:\\.(?:com|net))?(?![a-z])`) },
  {
    kind: 'email',
    find: pattern(
      'i',
      `${MAILBOX} ?(?:${AT}|\\bat\\b) ?[a-z0-9\\-]{1,63}(?: ?(?:\\(dot\\)|\\[dot\\]|\\bdot\\b|닷|쩜) ?[a-z]{2,24}){1,3}`,
    ),
  },
  { kind: 'email', find: pattern('i', `${MAILBOX} ?${AT} ?${DOMAIN}`) },
]

// ── Bank accounts and cards ───────────────────────────────────────────────────────────────────────────────────────────

const BANKS =
  '국민|신한|우리|하나|농협|기업|카카오|토스|케이|새마을|신협|수협|제일|씨티|대구|부산|광주|전북|경남|제주|산업|우체국|KB|NH|IBK|SC'
const BANK_BEFORE = `(?:(?:은행|뱅크|금고|농협|신협|수협|우체국|계좌|입금|송금|예금주|\\bbank\\b|\\baccount\\b)[^\\d\\n*]{0,20}|(?:${BANKS})[ :]{0,2})`
/** After a comma a bank is called one: “…, 우리 학교” goes on with something else. */
const BANK_AFTER = `(?:[ (]{0,3}(?:${BANKS})|[ (,]{0,3}(?:(?:${BANKS})?(?:은행|뱅크|금고)|신한|농협|신협|수협|우체국|계좌|예금주))`
const LONG_NUMBER = `(?<![\\d\\-]|\\d,)\\d(?:[ \\-]?\\d){9,13}(?!,?\\d|-| ?${UNIT})`

const accounts: readonly Pattern[] = [
  { kind: 'account', find: pattern('i', `(?<=${BANK_BEFORE})${LONG_NUMBER}`) },
  { kind: 'account', find: pattern('i', `${LONG_NUMBER}(?=${BANK_AFTER})`) },
  // Three or four groups, as banks write them: 110-123-456789, 301-1234-5678-91.
  {
    kind: 'account',
    find: pattern('', '(?<![\\d\\-])\\d{2,6}-\\d{2,6}-\\d{3,7}(?:-\\d{1,3})?(?![\\d\\-])'),
    isOne: (found) => countOfDigits(found) >= 11 && countOfDigits(found) <= 14 && !/^(?:19|20)\d\d-/.test(found),
  },
  { kind: 'account', find: pattern('', NO_DIGIT_BEFORE, '\\d{4}(?:[ \\-]\\d{4}){3}', NO_DIGIT_AFTER), isOne: isCard },
]

/** The check of card numbers (Luhn): every other digit is doubled, and the sum of all digits ends in 0. */
function isCard(found: string): boolean {
  const digits = Array.from(digitsOf(found), Number)
  const sum = digits.reduce((total, digit, i) => {
    const doubled = i % 2 === 0 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

// ── Addresses ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const DISTRICT = '[가-힣]{1,4}구 +'
const ROAD = '[가-힣][가-힣0-9]{0,11}(?:로|길)'
/** A building on its road: 12, 12-3, 12번길 3. */
const BUILDING = ' ?\\d{1,4}(?:번?길 ?\\d{1,4})?(?:-\\d{1,3})?'
const HOME = '(?:아파트|빌라|빌|파크|자이|래미안|힐스테이트|푸르지오|맨션|연립)'
/** Often the name of the building stands directly before it: 래미안101동. After any other word: 상계3동, 활동. */
const DONG = `(?:(?<!\\d)\\d{3,4}|(?:(?<![\\d가-힣])|(?<=${HOME}))(?:\\d{1,2}|[가-하A-Za-z])) ?동`
const FLOOR = '\\d{1,2} ?층[ ,]{0,2}'
/** With a floor between them only where the first one has three digits: “2동 3층 301호” is a classroom. */
const DONG_AND_HO = `${DONG}[ ,]{0,2}(?:(?<=\\d{3} ?동[ ,]{0,2})${FLOOR})?(?:제 ?)?\\d{2,4} ?호`
/** A door, whatever particle follows; what is no particle makes another word: 호선, 호실, 호차. */
const DOOR = `(?:${FLOOR})?(?:[Bb]|지하 ?)?\\d{2,4} ?호(?![선실차봉기관점교수당별텔반])`
/** “아파트 1200호”, “아파트 1250호 공급”: so many homes. */
const NOT_SO_MANY = '(?!\\d{2} ?호|\\d{1,2}00 ?호|\\d{3,4} ?호를? ?(?:공급|건설|분양|매입|짓|지어|규모|이상|가량|정도))'
const HOMES = `${HOME}|오피스텔|주공|캐슬|원룸|고시원`
const NAME = '[가-힣A-Za-z0-9]{0,10}'
const PLACE = `(?:${DISTRICT})?${ROAD}${BUILDING}`
/** No 활동, no 행동. */
const TOWN = '[가-힣]{1,6}(?:\\d{0,2}(?<![활행])동|\\d가)'
const LOT = '\\d{1,4}(?:-\\d{1,4}(?: ?번지)?| ?번지)'
/** “노원구 위주로 12개” counts; 개나리아파트, 주공아파트, 시영아파트 are names. */
const COUNTED = `(?! ?(?:[.~\\-]?\\d|(?:[년월일명개번회차시분주권호선쪽%]|학년|가지|단계|퍼센트|퍼|점|교|곳)(?![가-힣]{1,8}(?:${HOMES}))))`
/** “특별실로 301, 302호”, “앞으로 12, 13호”: two of one row. */
const IN_A_ROW = /^\S*\D(\d)(?:\d, ?\1\d|[01]\d, ?\1[01]\d) ?호$/

const addresses: readonly Pattern[] = [
  {
    kind: 'address',
    find: pattern('', `(?:${PLACE}[ ,]{0,2}(?:[가-힣]{2,12}[ ,]{0,2})?)?${DONG_AND_HO}`),
  },
  {
    kind: 'address',
    find: pattern(
      '',
      `(?:${PLACE}|(?:${DISTRICT})?${TOWN} ?${LOT})(?: ?\\([가-힣0-9 ,]{1,15}\\))?[ ,]{1,2}`,
      `(?:${NAME}(?:${HOMES}|빌딩|타워|주택|하우스)[ ,]{0,2})?${DOOR}`,
    ),
    isOne: (found) => !IN_A_ROW.test(found),
  },
  {
    kind: 'address',
    find: pattern(
      '',
      `(?:${DISTRICT})?(?:${TOWN} +(?:\\d{1,4}(?:-\\d{1,4})?[ ,]{1,2})?)?`,
      `${NAME}(?:${HOMES})[ ,]{0,2}${NOT_SO_MANY}${DOOR}`,
    ),
  },
  { kind: 'address', find: pattern('', `${DISTRICT}${ROAD}${BUILDING}${COUNTED}`) },
  { kind: 'address', find: pattern('', '[가-힣]{1,6}동 ?\\d{1,4}(?:-\\d{1,4})? ?번지') },
  {
    kind: 'address',
    find: pattern('', `${HOME} ?\\d{3,4}-\\d{3,4}(?![\\d\\-])`),
  },
  { kind: 'address', find: pattern('i', '\\b\\d{1,4}-dong,? ?\\d{1,4}-ho\\b') },
  {
    kind: 'address',
    find: pattern(
      'i',
      '\\b(?:apt|apartment|bldg|building)\\.? ?#?\\d{1,4}[ ,\\-]{1,3}(?:(?:apt|unit|room|no)\\.? ?|#)?#?\\d{2,4}\\b',
    ),
  },
  {
    kind: 'address',
    find: pattern(
      'i',
      '\\b\\d{1,4}(?:-\\d{1,3})?,? (?:[a-z0-9]{1,20}-){1,2}(?:ro|gil|daero)\\b|\\b(?:[a-z0-9]{1,20}-){1,2}(?:ro|gil|daero),? \\d{1,4}(?:-\\d{1,3})?\\b',
    ),
  },
]

// ── Pupils: grade, class and number together name one child of a school ───────────────────────────────────────────────

const SAID = '(?:\\d{1,2}|[일이삼사오육칠팔구십]{1,3})'
/** “5번 이상” counts something. */
const NOT_TIMES = '(?! ?(?:이상|이하|씩|째|정도|가까이|넘게|중|만에)|길)'

const pupils: readonly Pattern[] = [
  {
    kind: 'pupil',
    find: pattern('', `(?<![\\d가-힣])${SAID} ?학년[ ,]{0,2}${SAID} ?반[ ,]{0,2}${SAID} ?번${NOT_TIMES}`),
  },
  { kind: 'pupil', find: pattern('', `(?<![\\d\\-])[1-6]-\\d{1,2} ?반?[ ,]{1,2}\\d{1,2}번${NOT_TIMES}`) },
  { kind: 'pupil', find: pattern('', '(?<=학번(?:은|이|:| )[^\\d\\n*]{0,4})\\d{4,10}(?![\\d년])') },
  {
    kind: 'pupil',
    find: pattern(
      'i',
      '\\b(?:(?:grade|year) ?\\d{1,2}|\\d{1,2}(?:st|nd|rd|th) grade)[ ,]{1,2}class ?\\d{1,2}[ ,]{1,2}(?:(?:student )?(?:no\\.?|number) ?|#)\\d{1,2}\\b',
    ),
  },
  { kind: 'pupil', find: pattern('i', '(?<=\\bstudent (?:id|number|no\\.?)(?: is|:)? {0,2})\\d{4,10}(?!\\d)') },
]

/** In the order of the kinds: of two that overlap the first one names what it is. */
export const PERSONAL_PATTERNS: readonly Pattern[] = [
  ...registrations,
  ...phones,
  ...mails,
  ...accounts,
  ...addresses,
  ...pupils,
]
