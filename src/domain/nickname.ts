import { hash } from './hash.ts'
import type { Localized } from './language.ts'

// Kind words of weather and landscape with trees, birds and things of a Korean yard: no name, no sex, no age.
const QUALITIES = [
  ['맑은', 'Clear'],
  ['고운', 'Gentle'],
  ['너른', 'Wide'],
  ['푸른', 'Green'],
  ['밝은', 'Bright'],
  ['깊은', 'Deep'],
  ['느린', 'Slow'],
  ['작은', 'Small'],
  ['둥근', 'Round'],
  ['따뜻한', 'Warm'],
  ['조용한', 'Quiet'],
  ['든든한', 'Steady'],
  ['반가운', 'Welcome'],
  ['싱그러운', 'Fresh'],
  ['수줍은', 'Shy'],
  ['부지런한', 'Busy'],
  ['느긋한', 'Easy'],
  ['또렷한', 'Distinct'],
  ['포근한', 'Cosy'],
  ['시원한', 'Cool'],
  ['씩씩한', 'Hearty'],
  ['은은한', 'Soft'],
  ['하얀', 'White'],
  ['새벽', 'Dawn'],
  ['아침', 'Morning'],
  ['한낮', 'Noon'],
  ['저녁', 'Evening'],
  ['봄', 'Spring'],
  ['여름', 'Summer'],
  ['가을', 'Autumn'],
  ['겨울', 'Winter'],
  ['첫눈', 'First-snow'],
] as const

const THINGS = [
  ['느티나무', 'Zelkova'],
  ['은행나무', 'Ginkgo'],
  ['소나무', 'Pine'],
  ['단풍나무', 'Maple'],
  ['감나무', 'Persimmon'],
  ['대나무', 'Bamboo'],
  ['버드나무', 'Willow'],
  ['자작나무', 'Birch'],
  ['민들레', 'Dandelion'],
  ['해바라기', 'Sunflower'],
  ['진달래', 'Azalea'],
  ['코스모스', 'Cosmos'],
  ['도라지', 'Bellflower'],
  ['까치', 'Magpie'],
  ['제비', 'Swallow'],
  ['참새', 'Sparrow'],
  ['두루미', 'Crane'],
  ['딱따구리', 'Woodpecker'],
  ['고라니', 'Deer'],
  ['다람쥐', 'Chipmunk'],
  ['수달', 'Otter'],
  ['거북', 'Turtle'],
  ['달팽이', 'Snail'],
  ['잠자리', 'Dragonfly'],
  ['시냇물', 'Brook'],
  ['구름', 'Cloud'],
  ['바람', 'Breeze'],
  ['햇살', 'Sunbeam'],
  ['조약돌', 'Pebble'],
  ['돌담', 'Stone-wall'],
  ['툇마루', 'Porch'],
  ['종이배', 'Paper-boat'],
] as const

/** Everything that a nickname can be made of. */
export const NICKNAME_WORDS: readonly (readonly string[])[] = [...QUALITIES, ...THINGS]

/** The neutral nickname of a person in both languages, made from their id: nobody is asked for a name. */
export function nickname(uid: string): Localized {
  const value = hash(uid)
  const quality = QUALITIES[value % QUALITIES.length] ?? QUALITIES[0]
  const thing = THINGS[(value >>> 8) % THINGS.length] ?? THINGS[0]
  return { ko: `${quality[0]} ${thing[0]}`, en: `${quality[1]} ${thing[1]}` }
}
