import { useTranslation } from 'react-i18next'
import { consensus, division, FEWEST_VOTES, type Votes } from '#domain/consensus.ts'
import type { Lang } from '#domain/language.ts'
import type { Role } from '#domain/roles.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'

/** In Korean a comma does where English has an “and”. */
const listed = (parts: readonly string[], lang: Lang): string =>
  lang === 'ko' ? parts.join(', ') : new Intl.ListFormat('en-GB').format(parts)

/** Why a comment stands here, in a sentence with its numbers; what lies between; who is left out. */
export function useExplanation(kind: 'shared' | 'dividing', votes: Votes) {
  const { t } = useTranslation('common-ground')
  const lang = useLang()
  const { counted, leftOut } = consensus(votes)
  const group = (role: Role) => t(`groups.${role}`)
  const part = (role: Role) =>
    t('part', {
      group: group(role),
      agree: formatNumber(votes.agree[role], lang),
      votes: formatNumber(votes.agree[role] + votes.disagree[role], lang),
    })
  const parts = (roles: readonly Role[]) => listed(roles.map(part), lang)
  const ends = kind === 'dividing' ? division(votes) : null
  const inBetween = ends ? counted.filter((role) => role !== ends.most && role !== ends.least) : []
  return {
    sentence: ends
      ? t('dividing.sentence', {
          most: group(ends.most),
          least: group(ends.least),
          mostPart: part(ends.most),
          leastPart: part(ends.least),
        })
      : t('shared.sentence', { parts: parts(counted) }),
    between: inBetween.length > 0 ? t('between', { parts: parts(inBetween) }) : null,
    leftOut:
      leftOut.length > 0 ? t('leftOut', { groups: listed(leftOut.map(group), lang), fewest: FEWEST_VOTES }) : null,
  }
}
