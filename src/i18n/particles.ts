// 국어(2)를, ‘서울’로, “3”을: what closes is not read.
const CLOSING = /[\s.,)\]}>'"’”」』》〉]+$/

// What does not end in Hangul is read in Korean: 일 칠 팔, 엘 알, 구글 …
const RIEUL = /[178LRl]$|le$/
// … 영 삼 육 (10 and 100 are 십 and 백), 엠 엔, 크롬, 코딩, 페이스북, 앱. The rest ends in a vowel: 노트, 서버, 에이.
const CONSONANT = /[036MNmn]$|[mn]e$|ng$|(oo|([^aeiou]|^)[aeiouAEIOU])(ck|pp|[bckpt])$/

/** The final consonant of what is read last: 0 for none, 8 for ㄹ, as Unicode orders the finals of a syllable. */
function finalOf(text: string): number {
  const read = text.replace(CLOSING, '')
  const last = read.at(-1) ?? ''
  if (last >= '가' && last <= '힣') return (last.charCodeAt(0) - 0xac00) % 28
  if (RIEUL.test(read)) return 8
  return CONSONANT.test(read) ? 1 : 0
}

/**
 * Puts in the particles that depend on the sound before them. A text writes both forms, the one after a consonant
 * first: “{{name}}{을/를} 저장했어요”.
 *
 * Written here and not taken from es-hangul, which brings 1.4 kB (brotli) into every page for what is a division by
 * 28, and reads neither digits nor closing brackets; a test compares the two over all syllables.
 */
export const withParticles = (text: string): string =>
  text.replace(/\{([^{}/]+)\/([^{}/]+)\}/g, (_, afterConsonant: string, afterVowel: string, at: number) => {
    const final = finalOf(text.slice(0, at))
    // After ㄹ it is 로, as after a vowel.
    return final === 0 || (final === 8 && afterConsonant.startsWith('으로')) ? afterVowel : afterConsonant
  })
