import { useTranslation } from 'react-i18next'
import { IN_CITY_BY_LEVEL } from '#domain/city.ts'
import { NONE } from '#domain/inbox-filter.ts'
import { countBy, NOBODY } from '#domain/insights.ts'
import { LEVELS, type Level } from '#domain/participant.ts'
import type { ReviewComment } from '#domain/review.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Bars } from './bars.tsx'
import { Behind } from './behind.tsx'
import { shareIn } from './share.ts'

const COUNTED = ['student', 'teacher'] as const
type Counted = (typeof COUNTED)[number]

/** Who took part by level of school, students and teachers against how many there are in the city. */
export function Levels({ comments }: { comments: readonly ReviewComment[] }) {
  const { t } = useTranslation(['review-insights', 'review'])
  const lang = useLang()
  const all = countBy(comments, ({ level }) => level)
  const of = {
    student: countBy(
      comments.filter(({ role }) => role === 'student'),
      ({ level }) => level,
    ),
    teacher: countBy(
      comments.filter(({ role }) => role === 'teacher'),
      ({ level }) => level,
    ),
  }
  const cells = (level: Level | null, role: Counted) => {
    const count = of[role].get(level) ?? NOBODY
    const wrote = (
      <Behind count={count.comments} filter={{ role, level: level ?? NONE }}>
        {formatNumber(count.people, lang)}
      </Behind>
    )
    if (level === null) return [wrote, '–']
    const whole = IN_CITY_BY_LEVEL[level][role]
    const share = shareIn(lang).format(count.people / whole)
    return [wrote, t('review-insights:who.ofCity', { share, whole: formatNumber(whole, lang) })]
  }
  return (
    <Bars
      caption={t('review-insights:who.byLevel')}
      head={t('review-insights:who.level')}
      moreHeads={COUNTED.flatMap((role) => [
        t(`review-insights:who.wrote.${role}`),
        t(`review-insights:who.cityShare.${role}`),
      ])}
      bars={[...LEVELS, null].map((level) => ({
        key: level ?? NONE,
        label: level ? t(`review:level.${level}`) : t('review-insights:who.noLevel'),
        count: all.get(level) ?? NOBODY,
        filter: { level: level ?? NONE },
        more: COUNTED.flatMap((role) => cells(level, role)),
      }))}
    />
  )
}
