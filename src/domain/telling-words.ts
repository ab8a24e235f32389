import { normal } from './search.ts'

// Particles and endings that Korean puts after a word, the longer ones first. No grammar: where a word only looks as if
// it ended so, it is cut as well, and in all texts alike, so that counts stay comparable.
const PARTICLES = [
  '으로부터',
  '로부터',
  '에서부터',
  '이라고',
  '에게서',
  '으로써',
  '으로서',
  '까지는',
  '에서는',
  '에서도',
  '으로는',
  '으로도',
  '이라는',
  '에게는',
  '입니다',
  '습니다',
  '했으면',
  '하는데',
  '이에요',
  '에서',
  '에게',
  '까지',
  '부터',
  '으로',
  '이나',
  '이라',
  '라고',
  '라는',
  '처럼',
  '보다',
  '마다',
  '조차',
  '하고',
  '에는',
  '에도',
  '이랑',
  '한테',
  '예요',
  '해요',
  '하는',
  '하면',
  '하게',
  '해서',
  '했어',
  '하기',
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '에',
  '의',
  '와',
  '과',
  '도',
  '로',
  '만',
  '랑',
]

const HANGUL = /^\p{Script=Hangul}/u

const SHORTEST = 2

/** What stands in every text and says nothing about any. */
const COMMON = new Set(
  `그리고 그래서 하지만 그런데 그러나 너무 정말 진짜 매우 아주 조금 많이 더 좀 잘 또 다 안 못 꼭 이런 그런 저런 이것 그것 저는 우리 저희 제가 내가
  있어요 없어요 있는 없는 있으면 없으면 같아요 같은 해주세요 주세요 좋겠어요 좋아요 합니다 입니다 때문 위해 대한 통해 경우 정도 모든 여러 지금
  the a an and or but of to in on at for with from by is are was were be been it its this that these those we our us i my me you your they
  their he she his her not no do does did have has had can could would should will there here so if as more most very too also just than then
  what when where which who how all any some about into up out`
    .split(/\s+/)
    .map(stem),
)

const WORD = /[\p{Script=Hangul}]+|[\p{Script=Latin}][\p{Script=Latin}\p{M}'’-]*[\p{Script=Latin}]/gu

/** A word without what Korean grammar puts after it; at least two letters stay. An English one without its plural s. */
function stem(word: string): string {
  if (!HANGUL.test(word))
    return word
      .replace(/['’]s$/, '')
      .replace(/ies$/, 'y')
      .replace(/(?<=[a-z]{3})(?<![su])s$/, '')
  const particle = PARTICLES.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST)
  return particle ? word.slice(0, -particle.length) : word
}

/** The words of a text that may tell what it is about, each once. */
export function tellingWordsOf(text: string): ReadonlySet<string> {
  const words = (normal(text).toLowerCase().match(WORD) ?? []).map(stem)
  return new Set(words.filter((word) => word.length >= SHORTEST && !COMMON.has(word)))
}

/** In how many texts a word stands, and how many texts there are. */
export type WordCounts = { readonly texts: number; readonly of: ReadonlyMap<string, number> }

export function countWords(texts: Iterable<ReadonlySet<string>>): WordCounts {
  const of = new Map<string, number>()
  let number = 0
  for (const words of texts) {
    number++
    for (const word of words) of.set(word, (of.get(word) ?? 0) + 1)
  }
  return { texts: number, of }
}

/** A word that sets some texts apart from all of them. */
export type TellingWord = {
  readonly word: string
  /** How many of the texts have it. */
  readonly texts: number
  /** How sure it is, in standard deviations. */
  readonly score: number
}

/** From so many standard deviations on a difference is taken for one: it would come by chance once in forty times. */
const SURE = 1.96

/** A word of one text is an accident. */
const FEWEST_TEXTS = 2

/**
 * The words that set some texts apart from the rest of all texts, the surest first: the log odds ratio with the counts
 * of all texts as its prior, divided by its standard deviation.
 *
 * Source: B. L. Monroe, M. P. Colaresi, K. M. Quinn, “Fightin’ Words: Lexical Feature Selection and Evaluation for
 * Identifying the Content of Political Conflict”, Political Analysis 16 (2008), equations 16, 20 and 22; counted in
 * texts and not in occurrences, so that nobody weighs more by repeating a word.
 * @param some counts of the texts in question, which are among `all`
 */
export function tellingWords(some: WordCounts, all: WordCounts, atMost: number): TellingWord[] {
  const sumSome = total(some)
  const sumAll = total(all)
  const sumRest = sumAll - sumSome
  if (some.texts === 0 || sumRest <= 0) return []
  const found: TellingWord[] = []
  for (const [word, texts] of some.of) {
    const prior = all.of.get(word) ?? texts
    const rest = prior - texts
    if (texts < FEWEST_TEXTS) continue
    const here = Math.log((texts + prior) / (sumSome + sumAll - texts - prior))
    const there = Math.log((rest + prior) / (sumRest + sumAll - rest - prior))
    const score = (here - there) / Math.sqrt(1 / (texts + prior) + 1 / (rest + prior))
    if (score >= SURE) found.push({ word, texts, score })
  }
  return found.toSorted((one, other) => other.score - one.score || (one.word < other.word ? -1 : 1)).slice(0, atMost)
}

const total = ({ of }: WordCounts): number => [...of.values()].reduce((sum, count) => sum + count, 0)
